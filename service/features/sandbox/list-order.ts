import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { plain } from './schema-names.ts';
import type { SandboxRequest } from './scene.ts';
import { isMadeAt } from './server-set.ts';
import type { Item } from './state.ts';

/** A member that a list is ordered by. */
export interface OrderKey {
  readonly member: string;
  readonly descending: boolean;
}

/** In what order a list is asked for: by when things were made, or by members of theirs. */
export type ListOrder =
  | { readonly kind: 'made'; readonly oldestFirst: boolean }
  | { readonly kind: 'members'; readonly keys: readonly OrderKey[] };

const sorts = new Set(['sort', 'sortby', 'orderby', 'order', 'ordering', 'sorting', 'sortfield', 'orderfield']);
const directions = new Set(['order', 'direction', 'dir', 'sortorder', 'sortdirection', 'sortdir', 'orderdirection']);

/**
 * The order by the declared query parameters that the request uses: `sort=name`, `sort=-created_at,name`, `order_by=name desc`,
 * `sort_by=name&order=desc`. Without one, the newest comes first.
 */
export function listOrder(
  contract: Contract,
  schema: Schema | undefined,
  { operation, query }: Pick<SandboxRequest, 'operation' | 'query'>,
): ListOrder {
  const members = [...shapeOf(contract, schema).properties.keys()];
  const asked = operation.parameters.flatMap(({ name, in: room, schema: declared }) => {
    const usual = typeof declared === 'object' && directions.has(plain(name)) ? declared.default : undefined;
    const value = room === 'query' ? (query.get(name) ?? usual) : undefined;
    return value === undefined ? [] : [{ name: plain(name), words: wordsOf(value) }];
  });
  const direction = asked
    .filter(({ name }) => directions.has(name))
    .flatMap(({ words }) => words)
    .find((word) => /^(?:asc|desc)(?:ending)?$/i.test(word));
  const isDescending = direction === undefined ? undefined : /^desc/i.test(direction);
  const keys = asked
    .filter(({ name }) => sorts.has(name))
    .flatMap(({ words }) => words)
    .flatMap((word) => keyOf(word, members, isDescending) ?? []);
  const [first] = keys;
  if (first !== undefined && !isMadeAt(first.member)) return { kind: 'members', keys };
  if (first !== undefined) return { kind: 'made', oldestFirst: !first.descending };
  return { kind: 'made', oldestFirst: isDescending === false };
}

/** `-name`, `name:desc`, `name desc`, `name_asc`; undefined where it names no member. */
function keyOf(word: string, members: readonly string[], isDescending: boolean | undefined): OrderKey | undefined {
  const bare = word.replace(/^[+-]/, '');
  const [, stem = bare, suffix] = /^(.+?)[\s:._-]+(asc|desc)(?:ending)?$/i.exec(bare) ?? [];
  const descending = word.startsWith('-') || (suffix === undefined ? isDescending === true : /^desc$/i.test(suffix));
  // `created` is `created_at`.
  const member = members.find((one) => [plain(stem), `${plain(stem)}at`].includes(plain(one)));
  return member === undefined ? undefined : { member, descending };
}

function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  return typeof value === 'string' ? value.split(',').map((word) => word.trim()) : [];
}

/** Compares items by the keys, the first that differs; what has no value comes last. */
export function comparing(keys: readonly OrderKey[]): (one: Item, other: Item) => number {
  return (one, other) => {
    for (const { member, descending } of keys) {
      const [a, b] = [one[member] ?? undefined, other[member] ?? undefined];
      if (a === undefined || b === undefined) {
        if (a !== b) return a === undefined ? 1 : -1;
        continue;
      }
      const order = compare(a, b);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [asText(a), asText(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
