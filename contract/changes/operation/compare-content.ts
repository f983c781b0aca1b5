import type { MediaType } from '../../model.ts';
import type { Change, Direction } from '../change.ts';
import { listChanges } from '../schema/list-changes.ts';
import type { SchemaPairs } from '../schema/schema-pairs.ts';
import { listWords } from '../value-words.ts';

/** Media types and the schemas of those that are on both sides (OpenAPI 3.1 §4.8.14). */
export function compareContent(
  before: readonly MediaType[],
  after: readonly MediaType[],
  { where, direction, pairs }: { readonly where: string; readonly direction: Direction; readonly pairs: SchemaPairs },
): Change[] {
  const both = pairUp(before, after);
  const gone = before.filter((media) => !both.some(([left]) => left === media));
  const come = after.filter((media) => !both.some(([, right]) => right === media));
  const changes: Change[] = [];
  const say = (rule: string, isBreaking: boolean, text: string) =>
    changes.push({ rule, isBreaking, where, path: '', text });
  for (const [left, right] of both) {
    if (left.type !== right.type) say('media-type-changed', true, `is ${right.type} instead of ${left.type}`);
  }
  if (gone.length > 0) say('media-type-removed', true, `is no longer ${words(gone, 'or')}`);
  if (come.length > 0) say('media-type-added', false, `can be ${words(come, 'or')}, too, now`);
  for (const [left, right] of both) {
    const was = left.itemSchema ?? left.schema ?? true;
    const is = right.itemSchema ?? right.schema ?? true;
    changes.push(...listChanges(pairs.pair(was, is, direction), where));
  }
  return changes.filter((change, index) => !changes.slice(0, index).some((other) => isSame(other, change)));
}

/** By name; of what is left, one kind of JSON with another. */
function pairUp(before: readonly MediaType[], after: readonly MediaType[]): (readonly [MediaType, MediaType])[] {
  const both = before.flatMap((left) => {
    const right = after.find(({ type }) => type === left.type);
    return right ? [[left, right] as const] : [];
  });
  const left = before.filter((media) => isJson(media) && !both.some(([one]) => one === media));
  const right = after.filter((media) => isJson(media) && !both.some(([, one]) => one === media));
  const [was, is] = [left[0], right[0]];
  return was && is && left.length === 1 && right.length === 1 ? [...both, [was, is]] : both;
}

const isJson = ({ type }: MediaType) => /[/+]json(?:$|;)/.test(type);
const words = (media: readonly MediaType[], last: 'and' | 'or') =>
  listWords(
    media.map(({ type }) => type),
    last,
  );
const isSame = (left: Change, right: Change) => left.path === right.path && left.text === right.text;
