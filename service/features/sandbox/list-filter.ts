import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { isObject } from './example.ts';
import { pagingRole } from './paging.ts';
import { plain } from './schema-names.ts';
import type { Item } from './state.ts';

type Test = (item: Item) => boolean;

const searches = new Set(['q', 'query', 'search', 'term', 'keyword']);
const bounds: readonly (readonly [RegExp, (order: number) => boolean])[] = [
  [/^(.+?)(?:after|gt)$/, (order) => order > 0],
  [/^(.+?)(?:since|from|gte|min|start)$/, (order) => order >= 0],
  [/^min(.+)$/, (order) => order >= 0],
  [/^(.+?)(?:before|lt)$/, (order) => order < 0],
  [/^(.+?)(?:until|to|lte|max|end)$/, (order) => order <= 0],
  [/^max(.+)$/, (order) => order <= 0],
];

/**
 * What the declared query parameters that the request uses say about a property of the items: `status=active`,
 * `created_after=…`, `created[gte]=…`, `min_price=…`, `ids=…`, `filter[status]=…`, `q=…`. Undefined where they say nothing.
 */
export function listFilter(
  contract: Contract,
  schema: Schema | undefined,
  operation: Operation,
  query: ReadonlyMap<string, unknown>,
): Test | undefined {
  const { properties } = shapeOf(contract, schema);
  const tests = operation.parameters.flatMap(({ name, in: room }) => {
    const value = query.get(name);
    if (room !== 'query' || value === undefined || value === '') return [];
    return testOf([...properties.keys()], name, value) ?? [];
  });
  return tests.length === 0 ? undefined : (item) => tests.every((test) => test(item));
}

function testOf(properties: readonly string[], asked: string, value: unknown): Test | undefined {
  // JSON:API's family of parameters: `filter[status]`, or `filter` with members.
  const name = /^filter\[([^\]]+)\]$/.exec(asked)?.[1] ?? asked;
  if (isObject(value)) return testOfMembers(properties, plain(name) === 'filter' ? '' : name, value);
  const own = properties.find((property) => plain(property) === plain(name));
  if (own !== undefined && pagingRole(name) === undefined) return (item) => equals(item[own], value);
  const listed = properties.find((property) => [`${plain(property)}s`, `${plain(property)}in`].includes(plain(name)));
  if (listed !== undefined) return (item) => equals(item[listed], wordsOf(value));
  if (searches.has(plain(name))) return (item) => contains(item, String(value).toLowerCase());
  for (const [pattern, fits] of bounds) {
    const word = pattern.exec(plain(name))?.[1];
    const property = word === undefined ? undefined : timeOrNumber(properties, word);
    if (property !== undefined) return (item) => fits(compare(item[property], value));
  }
  return undefined;
}

/** `created[gte]=…&created[lt]=…`: all of them. */
function testOfMembers(properties: readonly string[], name: string, value: Item): Test | undefined {
  const tests = Object.entries(value).flatMap(([key, one]) =>
    isObject(one) ? [] : (testOf(properties, /^eq$/i.test(key) ? name : `${name}${key}`, one) ?? []),
  );
  return tests.length === 0 ? undefined : (item) => tests.every((test) => test(item));
}

/** `a,b` where the list is one text. */
function wordsOf(value: unknown): unknown {
  return typeof value === 'string' ? value.split(',') : value;
}

/** `created` of `created_after` is `created_at` or `created`. */
function timeOrNumber(properties: readonly string[], word: string): string | undefined {
  const stem = word.replace(/(?:at|on)$/, '');
  return properties.find((name) => [stem, `${stem}at`, `${stem}on`, `${stem}date`].includes(plain(name)));
}

function equals(have: unknown, want: unknown): boolean {
  if (Array.isArray(want)) return want.some((one: unknown) => equals(have, one));
  if (Array.isArray(have)) return have.some((one: unknown) => equals(one, want));
  if (typeof have === 'object' && have !== null) return equals((have as Item).id, want);
  return isWord(have) && isWord(want) && String(have) === String(want);
}

function isWord(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** NaN, which is neither more nor less, where there is nothing to compare. */
function compare(have: unknown, want: unknown): number {
  const number = (value: unknown) => (typeof value === 'number' ? value : Date.parse(String(value)));
  return have === undefined || have === null ? Number.NaN : number(have) - number(want);
}

function contains(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(text);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((member) => contains(member, text));
}
