import type { Change } from './change.ts';
import { listWords } from './value-words.ts';

const ANSWER = /^(?<prefix>.*)answer (?<status>\w+)(?<header>, header .*)?$/;

/**
 * What changes alike in several answers of an operation is told once: `answers 400, 401 and 404`. `apart` keeps changes apart that
 * look alike.
 */
export function mergeAnswers<One extends Change>(
  changes: readonly One[],
  apart: (change: One) => string = () => '',
): One[] {
  const groups = new Map<
    string,
    { readonly change: One; readonly statuses: string[]; readonly prefix: string; readonly header: string }
  >();
  for (const change of changes) {
    const { prefix = '', status, header = '' } = ANSWER.exec(change.where)?.groups ?? {};
    const where = status === undefined ? change.where : `${prefix}answer${header}`;
    const key = [where, change.path, change.text, apart(change)].join('\n');
    const group = groups.get(key) ?? { change, statuses: [], prefix, header };
    if (status !== undefined) group.statuses.push(status);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ change, statuses, prefix, header }) =>
    statuses.length < 2
      ? change
      : { ...change, where: `${prefix}answers ${listWords(statuses.sort(), 'and')}${header}` },
  );
}
