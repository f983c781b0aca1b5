import type { Operation } from '../../../contract/model.ts';
import { plain } from './schema-names.ts';

/** Which part of a list a request asks for. */
export type Paging =
  | { readonly kind: 'cursor'; readonly limit: number; readonly after?: string; readonly before?: string }
  | { readonly kind: 'page'; readonly limit: number; readonly page: number; readonly parameter: string }
  | { readonly kind: 'offset'; readonly limit: number; readonly offset: number; readonly parameter: string }
  | { readonly kind: 'none'; readonly limit: number };

const names = {
  after:
    /^(?:startingafter|after|cursor|pagetoken|pagecursor|nextcursor|nexttoken|continuationtoken|marker|aftercursor|pageafter)$/,
  before: /^(?:endingbefore|before|beforecursor|pagebefore|prevcursor|previouscursor)$/,
  page: /^(?:page|pagenumber|pageno|pageindex|currentpage)$/,
  offset: /^(?:offset|skip|start|startindex|from)$/,
  limit: /^(?:limit|perpage|pagesize|size|pagelimit|first|count|maxresults|top|take|max)$/,
} as const;

export type PagingRole = keyof typeof names;

/** What a query parameter has to do with pages; undefined where it has nothing. */
export function pagingRole(name: string): PagingRole | undefined {
  // `page[size]`, `page[number]`, `page[after]` of JSON:API are `pagesize`, `pagenumber`, `pageafter`.
  return (Object.keys(names) as PagingRole[]).find((role) => names[role].test(plain(name)));
}

/** The query parameter of an operation that has the role. */
export function pagingParameter(operation: Operation, role: PagingRole): string | undefined {
  return operation.parameters.find(({ name, in: room }) => room === 'query' && pagingRole(name) === role)?.name;
}

const usualLimit = 20;
const largestLimit = 1000;

/**
 * The part that the request asks for, by the parameters that the contract declares. A cursor is the id of the last item
 * that the client has. `usual` is how many to give where the request does not say.
 */
export function pagingOf(operation: Operation, query: ReadonlyMap<string, unknown>): Paging {
  const parameter = (role: PagingRole) => pagingParameter(operation, role);
  const value = (role: PagingRole) => {
    const name = parameter(role);
    return name === undefined ? undefined : query.get(name);
  };
  const declared = operation.parameters.find(({ name }) => name === parameter('limit'));
  const usual = typeof declared?.schema === 'object' ? declared.schema.default : undefined;
  const limit = Math.min(numberOr(value('limit'), numberOr(usual, usualLimit)), largestLimit);
  const pageParameter = parameter('page');
  if (pageParameter !== undefined) {
    return { kind: 'page', limit, page: numberOr(value('page'), 1), parameter: pageParameter };
  }
  const after = value('after');
  const before = value('before');
  if (parameter('after') !== undefined || parameter('before') !== undefined) {
    return { kind: 'cursor', limit, ...(isText(after) && { after }), ...(isText(before) && { before }) };
  }
  const offsetParameter = parameter('offset');
  if (offsetParameter !== undefined) {
    return { kind: 'offset', limit, offset: numberOr(value('offset'), 0), parameter: offsetParameter };
  }
  return { kind: 'none', limit: parameter('limit') === undefined ? largestLimit : limit };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value) : otherwise;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
