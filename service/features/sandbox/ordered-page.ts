import { comparing, type OrderKey } from './list-order.ts';
import type { Page, PageRequest, Place, SandboxState } from './state.ts';

/** A page of a list in an order that the state does not keep: all that fits is looked at. */
export async function orderedPage(
  state: SandboxState,
  place: Place,
  keys: readonly OrderKey[],
  { limit, after, before, offset = 0, where, fits }: PageRequest,
): Promise<Page> {
  const whole = await state.page(place, { limit: Number.MAX_SAFE_INTEGER, where, fits });
  if (whole.kind !== 'page') return whole;
  const compare = comparing(keys);
  const sorted = whole.items.toSorted((one, other) => compare(one.item, other.item));
  const cursor = after ?? before;
  const at = cursor === undefined ? -1 : sorted.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && at < 0) return { kind: 'unknown-cursor' };
  const isBefore = after === undefined && before !== undefined;
  const from = isBefore ? Math.max(at - limit, 0) : at + 1 + offset;
  const until = isBefore ? at : from + limit;
  return {
    kind: 'page',
    items: sorted.slice(from, until),
    hasMore: isBefore ? from > 0 : until < sorted.length,
    total: sorted.length,
  };
}
