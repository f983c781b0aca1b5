import type { Operation } from '../../../contract/model.ts';
import { pagingParameter, plain } from '../sandbox/index.ts';
import type { PageMark } from '../traffic/index.ts';
import type { Facts } from './facts.ts';
import { markHash } from './mark-hash.ts';

interface ListParameters {
  /** The parameter that says where a page begins. */
  readonly place: string;
  readonly isNumber: boolean;
}

const known = new WeakMap<Operation, ListParameters | null>();

/** Which parameter of a list its pages are asked for by; null where it has no pages. */
export function listParameters(operation: Operation): ListParameters | null {
  const found = known.get(operation);
  if (found !== undefined) return found;
  const cursor = pagingParameter(operation, 'after');
  const number = pagingParameter(operation, 'page');
  const place = cursor ?? number;
  const made = operation.method === 'get' && place !== undefined ? { place, isNumber: cursor === undefined } : null;
  known.set(operation, made);
  return made;
}

/** Of a list that was answered well: which of its pages this was, and which comes next by what the answer says. */
export function pageMark(
  { match, input, answer, comparison }: Facts,
  link: string | string[] | undefined,
): PageMark | undefined {
  const list = match && listParameters(match.operation);
  if (!list || input === undefined || answer === undefined || answer.status >= 300) return undefined;
  const value = comparison?.value ?? (answer.body.kind === 'bytes' ? answer.body.value : undefined);
  const { place, isNumber } = list;
  const asked = textOf(input.query.get(place));
  const next = nextPlace(value, link, place) ?? (isNumber && saysMore(value) ? String(Number(asked || 1) + 1) : null);
  const others = [...input.query]
    .filter(([name]) => name !== place)
    .map(([name, one]) => `${name}=${JSON.stringify(one)}`);
  return {
    list: markHash(others.sort().join('&')),
    asked: asked === '' || (isNumber && asked === '1') ? '' : markHash(asked),
    next: next === null ? null : markHash(next),
  };
}

/** RFC 8288 `rel="next"`, else a member such as `next_cursor`, else the last item's id where there is more. */
function nextPlace(value: unknown, link: string | string[] | undefined, place: string): string | null {
  const linked = /<([^>]+)>\s*;[^,]*\brel="?next\b/i.exec([link].flat().join(', '))?.[1];
  if (linked !== undefined) return placeIn(linked, place);
  const named = memberNamed(
    value,
    /^next(?:cursor|token|page|pagetoken|pagecursor|url|link)?$|^(?:endcursor|continuationtoken)$/,
  );
  if (named !== undefined) {
    const text = textOf(named);
    if (text === '' || memberNamed(value, hasMoreName) === false) return null;
    return /^(?:https?:\/\/|\/)/.test(text) ? placeIn(text, place) : text;
  }
  return saysMore(value) ? lastId(value) : null;
}

const hasMoreName = /^(?:hasmore|hasnext|hasnextpage|more)$/;

const saysMore = (value: unknown): boolean => memberNamed(value, hasMoreName) === true;

/** A member of the answer, or of what it holds about the page. */
function memberNamed(value: unknown, name: RegExp): unknown {
  if (!isMembers(value)) return undefined;
  for (const [key, member] of Object.entries(value)) if (name.test(plain(key)) && !isMembers(member)) return member;
  for (const [key, member] of Object.entries(value)) {
    if (!/^(?:pagination|paging|pageinfo|page|meta|metadata|links)$/.test(plain(key))) continue;
    const found = memberNamed(member, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lastId(value: unknown): string | null {
  const lists = isMembers(value) ? Object.values(value) : [value];
  const last: unknown = lists.find((one) => Array.isArray(one))?.at(-1);
  return isMembers(last) && textOf(last.id) !== '' ? textOf(last.id) : null;
}

function placeIn(url: string, place: string): string | null {
  return URL.parse(url, 'http://a.invalid')?.searchParams.get(place) ?? null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
