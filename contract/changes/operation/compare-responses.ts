import type { Operation, Response, ResponseHeader } from '../../model.ts';
import { breaks, type Change, type Direction } from '../change.ts';
import { listChanges } from '../schema/list-changes.ts';
import type { SchemaPairs } from '../schema/schema-pairs.ts';
import { compareContent } from './compare-content.ts';

interface Context {
  readonly prefix: string;
  readonly direction: Direction;
  readonly pairs: SchemaPairs;
}

/** Answers by status: their headers and their content (OpenAPI 3.1 §4.8.16). */
export function compareResponses(before: Operation, after: Operation, context: Context): Change[] {
  const statuses = [...new Set([...before.responses, ...after.responses].map(({ status }) => status))];
  return statuses.flatMap((status) => {
    const was = before.responses.find((response) => response.status === status);
    const is = after.responses.find((response) => response.status === status);
    const where = `${context.prefix}answer ${status}`;
    if (was && is) return compareOne(was, is, { ...context, where });
    const isSuccess = status.startsWith('2');
    if (was) return [{ rule: 'status-removed', isBreaking: isSuccess, where, path: '', text: 'is no longer given' }];
    return [{ rule: 'status-added', isBreaking: false, where, path: '', text: 'is new' }];
  });
}

function compareOne(was: Response, is: Response, context: Context & { readonly where: string }): Change[] {
  const headers = compareHeaders(was.headers, is.headers, context);
  if (was.content.length === 0 && is.content.length === 0) return headers;
  const { where } = context;
  if (was.content.length === 0)
    return [...headers, { rule: 'content-added', isBreaking: false, where, path: '', text: 'has a body now' }];
  if (is.content.length === 0)
    return [...headers, { rule: 'content-removed', isBreaking: true, where, path: '', text: 'has no body now' }];
  return [...headers, ...compareContent(was.content, is.content, context)];
}

function compareHeaders(
  before: readonly ResponseHeader[],
  after: readonly ResponseHeader[],
  { where: answer, direction, pairs }: Context & { readonly where: string },
): Change[] {
  const names = new Map([...before, ...after].map(({ name }) => [name.toLowerCase(), name]));
  return [...names].flatMap(([key, name]) => {
    const was = before.find((header) => header.name.toLowerCase() === key);
    const is = after.find((header) => header.name.toLowerCase() === key);
    const where = `${answer}, header ${name}`;
    const one = (rule: string, isBreaking: boolean, text: string): Change => ({
      rule,
      isBreaking,
      where,
      path: '',
      text,
    });
    if (!is) return [one('header-removed', was?.required === true && !TELLS_OF_AN_END.test(name), 'was removed')];
    if (!was) return [one('header-added', false, 'is new')];
    const changes = listChanges(pairs.pair(was.schema, is.schema, direction), where);
    if (was.required && !is.required)
      changes.unshift(one('header-optional', breaks(direction, 'wider'), 'can be absent now'));
    if (!was.required && is.required)
      changes.unshift(one('header-required', breaks(direction, 'narrower'), 'is always there now'));
    return changes;
  });
}

/** RFC 9745 and RFC 8594: a version that stays does not say when it ends. */
const TELLS_OF_AN_END = /^(?:deprecation|sunset)$/i;
