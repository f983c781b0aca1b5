import type { Change } from '../change.ts';
import type { SchemaPair } from './schema-pairs.ts';

/** What was told before of the same pair of schemas is told again where it is this short, else by a reference to the first place. */
const SHORT = 3;

/** The changes of a place and everything below it. A pair of schemas that stands at several places below is told once. */
export function listChanges(root: SchemaPair, where: string): Change[] {
  const changes: Change[] = [];
  const told = new Map<SchemaPair, { readonly path: string; readonly from: number; to: number | undefined }>();
  const walk = (pair: SchemaPair, path: string): void => {
    if (!pair.isChanged) return;
    const first = told.get(pair);
    if (first) {
      // Still under way: a recursion.
      if (first.to !== undefined) changes.push(...toldAgain(changes.slice(first.from, first.to), first.path, path));
      return;
    }
    const own: { readonly path: string; readonly from: number; to: number | undefined } = {
      path,
      from: changes.length,
      to: undefined,
    };
    told.set(pair, own);
    for (const { rule, isBreaking, step, text } of pair.changes) {
      changes.push({ rule, isBreaking, where, path: joined(path, step), text });
    }
    for (const { step, pair: below } of pair.children) walk(below, joined(path, step));
    own.to = changes.length;
  };
  walk(root, '');
  return changes;
}

function toldAgain(first: readonly Change[], firstPath: string, path: string): Change[] {
  const [one] = first;
  if (!one) return [];
  if (first.length <= SHORT) {
    return first.map((change) => ({ ...change, path: joined(path, change.path.slice(firstPath.length)) }));
  }
  const isBreaking = first.some((change) => change.isBreaking);
  return [{ rule: 'same-as', isBreaking, where: one.where, path, text: `changes as ${firstPath || 'the whole'} does` }];
}

function joined(path: string, step = ''): string {
  return path === '' && step.startsWith('.') && step !== '.*' ? step.slice(1) : path + step;
}
