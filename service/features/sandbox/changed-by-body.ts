import type { Operation } from '../../../contract/model.ts';
import { mergedItem, patchedItem, replacedItem } from './changed-item.ts';
import { isObject } from './example.ts';
import { jsonPatch } from './json-patch.ts';
import type { Collection } from './resource.ts';
import type { Outcome, Scene } from './scene.ts';
import type { Item } from './state.ts';

/** The item as the body wants it: by a JSON Patch where it is one, merged, or replaced. */
export function changedByBody(
  { known, request, now }: Scene,
  does: 'replace' | 'merge',
  collection: Collection,
  item: Item,
): { readonly item: Item } | { readonly refusal: Outcome } {
  const { contract } = known;
  const schema = known.schemaOf(collection);
  const { identity } = known.seedsOf(collection);
  // The id in the path decides; a body cannot give an item another one.
  const kept = identity === undefined ? [] : [identity.property];
  if (does === 'merge' && Array.isArray(request.body) && takesJsonPatch(request.operation)) {
    const patched = jsonPatch(item, request.body);
    if (patched.kind !== 'patched' || !isObject(patched.value)) {
      const detail = patched.kind === 'patched' ? 'The patch leaves no object.' : patched.detail;
      return { refusal: { kind: 'refused', status: patchRefusal(request.operation, patched.kind), detail } };
    }
    return { item: patchedItem(contract, schema, item, patched.value, kept, now) };
  }
  const body = isObject(request.body) ? request.body : {};
  const change = does === 'merge' ? mergedItem : replacedItem;
  return { item: change(contract, schema, item, body, kept, now) };
}

function takesJsonPatch({ requestBody }: Operation): boolean {
  return requestBody?.content.some(({ type }) => /^application\/json-patch\+json\b/i.test(type)) === true;
}

/** RFC 5789 §2.2: 409 where the item is in the way, 422 where the patch cannot be done; of these what is declared. */
function patchRefusal({ responses }: Operation, kind: string): 400 | 409 | 422 {
  const statuses = kind === 'conflict' ? ([409, 422, 400] as const) : ([422, 409, 400] as const);
  return statuses.find((status) => responses.some((response) => response.status === String(status))) ?? statuses[0];
}
