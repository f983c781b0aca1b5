import { toPointer } from '../json-pointer.ts';

/** Deeper than any real description, and shallow enough for every recursive reader down the line. */
const MAXIMUM_DEPTH = 500;

/**
 * The pointer of a value that is nested too deeply, or that contains itself (a YAML alias can do that); `undefined`
 * for what is fit to be read. It does not recurse, so that it can tell.
 */
export function findTooDeep(root: unknown): string | undefined {
  const keys: string[] = [];
  const iterators: Iterator<[string, unknown]>[] = [];
  // What was walked at some depth needs no second walk at the same or a lesser one (YAML aliases share values).
  const seen = new Map<object, number>();
  const enter = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ((seen.get(value) ?? -1) >= keys.length) return;
    seen.set(value, keys.length);
    iterators.push(members(value));
  };
  const leave = (): void => {
    iterators.pop();
    keys.pop();
  };
  enter(root);
  while (iterators.length > 0) {
    const next = iterators.at(-1)?.next();
    if (!next || next.done) {
      leave();
      continue;
    }
    const depth = iterators.length;
    if (depth > MAXIMUM_DEPTH) return toPointer(keys.slice(0, 20));
    keys.push(next.value[0]);
    enter(next.value[1]);
    if (iterators.length === depth) keys.pop();
  }
  return undefined;
}

function* members(value: object): Generator<[string, unknown]> {
  for (const key of Object.keys(value)) yield [key, (value as Record<string, unknown>)[key]];
}
