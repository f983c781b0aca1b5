import type { Contract, MediaType, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { plain, singular } from './schema-names.ts';

/** Where a list's items are in its answer. */
export interface ListEnvelope {
  /** The property that holds them; null where the answer itself is the list. */
  readonly property: string | null;
  readonly item: Schema | undefined;
}

const usualNames = ['data', 'items', 'results', 'entries', 'records', 'values', 'list', 'resources'];
const pagingNames =
  /^(?:hasmore|hasnext|hasnextpage|total|totalcount|totalitems|totalresults|count|nextcursor|next|nextpage|nextpagetoken|page|pagination|paging|pageinfo|meta|links|cursor|offset|limit|object|url|perpage|pagesize)$/;

/** Recognises the answer of a list. `segment` is the path's last word: `offers` in `{ "offers": […] }`. */
export function listEnvelope(contract: Contract, media: MediaType | undefined, segment: string): ListEnvelope | null {
  if (media === undefined) return null;
  const shape = shapeOf(contract, media.schema);
  if (shape.types.has('array')) {
    return isThing(contract, shape.items) ? { property: null, item: shape.items } : null;
  }
  const arrays = [...shape.properties].filter(([, schema]) => isArrayOfThings(contract, schema));
  const named = arrays.find(([name]) => usualNames.includes(plain(name)) || singular(name) === singular(segment));
  const only = arrays.length === 1 ? arrays[0] : undefined;
  const found = named ?? (only && isOnlyPaging(shape.properties, only[0]) ? only : undefined);
  if (found === undefined) return null;
  return { property: found[0], item: shapeOf(contract, found[1]).items };
}

function isArrayOfThings(contract: Contract, schema: Schema): boolean {
  const shape = shapeOf(contract, schema);
  return shape.types.has('array') && isThing(contract, shape.items);
}

/** A list of bare words or numbers is a value, not a collection. */
function isThing(contract: Contract, schema: Schema | undefined): boolean {
  const { types } = shapeOf(contract, schema);
  return types.has('object') || types.size === 0;
}

/** Everything beside the one array talks about pages. */
function isOnlyPaging(properties: ReadonlyMap<string, Schema>, array: string): boolean {
  const others = [...properties.keys()].filter((name) => name !== array);
  return others.length > 0 && others.every((name) => pagingNames.test(plain(name)));
}
