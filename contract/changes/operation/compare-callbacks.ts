import type { Callback, Operation } from '../../model.ts';
import type { Change } from '../change.ts';

/** What the platform sends in the course of an operation (OpenAPI 3.1 §4.8.18), by name, method and expression. */
export function compareCallbacks(
  before: Operation,
  after: Operation,
  compare: (before: Operation, after: Operation, prefix: string) => Change[],
): Change[] {
  const left = new Map(before.callbacks.map((callback) => [keyOf(callback), callback]));
  const right = new Map(after.callbacks.map((callback) => [keyOf(callback), callback]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const was = left.get(key);
    const is = right.get(key);
    const where = `callback ${(is ?? was)?.name}`;
    if (was && is) return compare(was.request, is.request, `${where}, `);
    return was
      ? [{ rule: 'callback-removed', isBreaking: true, where, path: '', text: 'was removed' }]
      : [{ rule: 'callback-added', isBreaking: false, where, path: '', text: 'is new' }];
  });
}

const keyOf = ({ name, request }: Callback) => `${name} ${request.method} ${request.path}`;
