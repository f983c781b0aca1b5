import type { OperationPage, ParameterView } from '../../../../../contract/reference-page';
import { isRecord } from '../../../../portal-client';
import { fieldKey, fieldsOf, type FormValues } from '../../request';
import { headerOf, type Answer } from '../answer';

/** How to go on to the next page: the fields to fill, by `fieldKey`. */
export interface NextPage {
  readonly fields: Readonly<Record<string, string>>;
  /** From where that is known: `next_cursor`, `Link: rel="next"`. */
  readonly known: string;
}

const cursorMembers =
  /^(next_?(page_?)?(cursor|token|key)|next_?marker|cursor_?next|end_?cursor|continuation_?token|next)$/i;
const cursorParameters =
  /^(page_?(token|cursor)|cursor|after|starting_after|marker|next_?(token|cursor|page_token)|continuation_?token|page\[(after|cursor)\])$/i;
const pageParameters = /^(page|page_?(number|no|index)|page\[number\])$/i;
const offsetParameters = /^(offset|skip|start|start_?index|page\[offset\])$/i;
const sizeParameters = /^(limit|per_?page|page_?size|count|size|page\[(size|limit)\])$/i;

/**
 * Where the next page of a list is, as its answer or its parameters show; null where there is none, or nothing tells.
 * Whatever the answer says, it fills fields of this operation only: it can lead to no other address.
 */
export function nextPage(page: OperationPage, values: FormValues, answer: Answer): NextPage | null {
  if (page.method.toLowerCase() !== 'get' || answer.status < 200 || answer.status > 299) return null;
  const query = fieldsOf(page).filter((parameter) => parameter.in === 'query');
  const document = documentOf(answer);
  return byLink(query, values, answer) ?? byCursor(query, document) ?? byNumber(query, values, document);
}

/** `Link: <…?page=2>; rel="next"` (RFC 8288): the query of it, where it has parameters that this operation has. */
function byLink(query: readonly ParameterView[], values: FormValues, answer: Answer): NextPage | null {
  for (const [, target = '', rest = ''] of (headerOf(answer, 'link') ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (!/;\s*rel\s*=\s*"?(?:[^";,]*\s)?next(?:\s[^";,]*)?"?/i.test(rest)) continue;
    return byAddress(query, values, target, 'Link: rel="next"');
  }
  return null;
}

function byAddress(
  query: readonly ParameterView[],
  values: FormValues,
  target: string,
  known: string,
): NextPage | null {
  const at = target.indexOf('?');
  if (at === -1) return null;
  const pairs = new URLSearchParams(target.slice(at + 1).split('#', 1)[0]);
  const fields: Record<string, string> = {};
  for (const parameter of query) {
    const value = pairs.get(parameter.name);
    if (value !== null && value !== values.parameters[fieldKey(parameter)]) fields[fieldKey(parameter)] = value;
  }
  return Object.keys(fields).length > 0 ? { fields, known } : null;
}

/** `next_cursor` and the like, at the root or one level below (`meta.next_cursor`). */
function byCursor(query: readonly ParameterView[], document: unknown): NextPage | null {
  const parameter = query.find(({ name }) => cursorParameters.test(name));
  if (!isRecord(document)) return null;
  const places = [
    document,
    ...['meta', 'paging', 'pagination', 'page_info', 'pageInfo', 'links', 'response_metadata', '_links'].map(
      (name) => document[name],
    ),
  ];
  for (const place of places.filter(isRecord)) {
    for (const [name, value] of Object.entries(place)) {
      if (!cursorMembers.test(name)) continue;
      const text = isRecord(value) ? value.href : value;
      if (typeof text !== 'string' && typeof text !== 'number') continue;
      if (/^(https?:\/\/|\/|\?)/.test(String(text)))
        return byAddress(query, { parameters: {}, mediaType: 0, body: '' }, String(text), name);
      if (parameter && text !== '') return { fields: { [fieldKey(parameter)]: String(text) }, known: name };
    }
  }
  return null;
}

/** One page further, or as many items: as long as the answer does not say that there are no more. */
function byNumber(query: readonly ParameterView[], values: FormValues, document: unknown): NextPage | null {
  const items = itemsOf(document);
  if (items === 0 || (isRecord(document) && (document.has_more === false || document.hasMore === false))) return null;
  const valueOf = (parameter: ParameterView): number => numberOf(values.parameters[fieldKey(parameter)]);
  const size = query.find(({ name }) => sizeParameters.test(name));
  const wanted = size ? valueOf(size) || Number(size.schema.default ?? NaN) : NaN;
  if (items !== null && items < wanted) return null;
  const page = query.find(({ name, schema }) => pageParameters.test(name) && /integer|number/.test(schema.type));
  if (page) {
    const now = valueOf(page) || Number(page.schema.default ?? 1) || 1;
    return { fields: { [fieldKey(page)]: String(now + 1) }, known: page.name };
  }
  const offset = query.find(({ name }) => offsetParameters.test(name));
  if (!offset || items === null) return null;
  return { fields: { [fieldKey(offset)]: String((valueOf(offset) || 0) + items) }, known: offset.name };
}

function numberOf(text: string | undefined): number {
  return text === undefined || text === '' ? NaN : Number(text);
}

/** How many items the list has; null where none is seen. */
function itemsOf(document: unknown): number | null {
  if (Array.isArray(document)) return document.length;
  if (!isRecord(document)) return null;
  const lists = Object.values(document).filter((value) => Array.isArray(value));
  return lists.length === 1 ? (lists[0]?.length ?? null) : null;
}

function documentOf({ body }: Answer): unknown {
  if (body.kind !== 'text') return null;
  try {
    return JSON.parse(body.text);
  } catch {
    return null;
  }
}
