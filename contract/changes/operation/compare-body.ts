import type { RequestBody } from '../../model.ts';
import { breaks, type Change, type Direction } from '../change.ts';
import type { SchemaPairs } from '../schema/schema-pairs.ts';
import { compareContent } from './compare-content.ts';

export interface BodyContext {
  readonly where: string;
  readonly direction: Direction;
  readonly pairs: SchemaPairs;
}

/** What is sent with the request (OpenAPI 3.1 §4.8.13). */
export function compareBody(
  before: RequestBody | undefined,
  after: RequestBody | undefined,
  context: BodyContext,
): Change[] {
  const { where, direction } = context;
  const one = (rule: string, isBreaking: boolean, text: string): Change => ({
    rule,
    isBreaking,
    where,
    path: '',
    text,
  });
  if (!before && !after) return [];
  if (!before) {
    const isRequired = after?.required === true && direction === 'request';
    return [one('body-added', isRequired, isRequired ? 'is new and required' : 'is new')];
  }
  if (!after) return [one('body-removed', true, 'was removed')];
  const changes = compareContent(before.content, after.content, context);
  if (!before.required && after.required)
    changes.unshift(one('body-required', breaks(direction, 'narrower'), 'is required now'));
  if (before.required && !after.required)
    changes.unshift(one('body-optional', breaks(direction, 'wider'), 'is optional now'));
  return changes;
}
