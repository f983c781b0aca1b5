import type { SchemaView } from '../../../../contract/reference-page';

/** Whose schemas are shown: parts and the pages of components are found by it. */
export interface Place {
  readonly api: string;
  readonly version: string;
}

export interface TreeProps {
  readonly view: SchemaView;
  /** The id of what the schema belongs to; its properties' ids begin with it. */
  readonly id: string;
  readonly place: Place;
  /** Where it is in the value, as one writes it: `holder.addresses[]`. */
  readonly path?: string;
}
