import { ExactNumber } from './read-json';

/** A place where two documents differ; `pointer` as RFC 6901 writes it. Values are of JSON. */
export type JsonChange =
  | { readonly kind: 'added'; readonly pointer: string; readonly after: unknown }
  | { readonly kind: 'removed'; readonly pointer: string; readonly before: unknown }
  | { readonly kind: 'changed'; readonly pointer: string; readonly before: unknown; readonly after: unknown };

export interface JsonComparison {
  readonly changes: readonly JsonChange[];
  /** There are more. */
  readonly isCut: boolean;
}

const mostChanges = 1_000;

/**
 * What is different in `after`. Members are compared by name. Items of a list are compared by their `id` where all have one of their own, so
 * that one that was put in front is one change; else those that are alike at both ends of the list are passed over, and the rest goes by place. Pointers
 * are those of the document that has the place: of `before` for what was removed, else of `after`.
 */
export function compareJson(before: unknown, after: unknown): JsonComparison {
  const changes: JsonChange[] = [];
  const compare = (old: unknown, now: unknown, pointer: string): void => {
    if (changes.length > mostChanges || isSame(old, now)) return;
    if (Array.isArray(old) && Array.isArray(now)) return compareLists(old, now, pointer, compare, changes);
    if (isObject(old) && isObject(now)) return compareObjects(old, now, pointer, compare, changes);
    changes.push({ kind: 'changed', pointer, before: old, after: now });
  };
  compare(before, after, '');
  return { changes: changes.slice(0, mostChanges), isCut: changes.length > mostChanges };
}

type Compare = (old: unknown, now: unknown, pointer: string) => void;
type Members = Readonly<Record<string, unknown>>;

function compareObjects(old: Members, now: Members, pointer: string, compare: Compare, changes: JsonChange[]): void {
  for (const name of Object.keys(old)) {
    if (Object.hasOwn(now, name)) compare(old[name], now[name], at(pointer, name));
    else changes.push({ kind: 'removed', pointer: at(pointer, name), before: old[name] });
  }
  for (const name of Object.keys(now)) {
    if (!Object.hasOwn(old, name)) changes.push({ kind: 'added', pointer: at(pointer, name), after: now[name] });
  }
}

function compareLists(
  old: readonly unknown[],
  now: readonly unknown[],
  pointer: string,
  compare: Compare,
  changes: JsonChange[],
): void {
  const oldIds = idsOf(old);
  const newIds = idsOf(now);
  if (oldIds && newIds) {
    for (const [id, place] of oldIds) {
      const there = newIds.get(id);
      if (there !== undefined) compare(old[place], now[there], at(pointer, there));
      else changes.push({ kind: 'removed', pointer: at(pointer, place), before: old[place] });
    }
    for (const [id, place] of newIds) {
      if (!oldIds.has(id)) changes.push({ kind: 'added', pointer: at(pointer, place), after: now[place] });
    }
    return;
  }
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && isSame(old[start], now[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(old[old.length - 1 - end], now[now.length - 1 - end])) end += 1;
  for (let place = start; place < Math.max(old.length, now.length) - end; place += 1) {
    if (place >= now.length - end) changes.push({ kind: 'removed', pointer: at(pointer, place), before: old[place] });
    else if (place >= old.length - end) changes.push({ kind: 'added', pointer: at(pointer, place), after: now[place] });
    else compare(old[place], now[place], at(pointer, place));
  }
}

/** Where each item stands, by its `id`; null where one has none, or two have the same. */
function idsOf(list: readonly unknown[]): ReadonlyMap<string, number> | null {
  const ids = new Map<string, number>();
  for (const [place, item] of list.entries()) {
    const id = isObject(item) && Object.hasOwn(item, 'id') ? item.id : undefined;
    if (typeof id !== 'string' && typeof id !== 'number') return null;
    ids.set(`${typeof id} ${id}`, place);
  }
  return ids.size === list.length ? ids : null;
}

/** By value; the order of members says nothing (RFC 8259 §4). */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, place) => isSame(item, other[place]))
    );
  }
  if (one instanceof ExactNumber && other instanceof ExactNumber) return one.source === other.source;
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/** RFC 6901 §3. */
function at(pointer: string, piece: string | number): string {
  return `${pointer}/${String(piece).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
