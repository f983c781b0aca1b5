/** A request shows no `readOnly` properties, an answer no `writeOnly` ones; a schema by itself shows both. */
export type Direction = 'request' | 'answer' | 'both';

/** Where a schema stands that is made into a view. */
export interface Place {
  /** Levels of properties that are still shown. */
  readonly levels: number;
  readonly direction: Direction;
  /** Schemas around this one, levels or not. */
  readonly nesting: number;
  readonly inAlternative: boolean;
  /** Leads to a file name where the schema has no name of its own: `Offer.holder.address`. */
  readonly path: string;
  /** The schema of a file of its own, which holds all there is. */
  readonly isWhole?: boolean;
}
