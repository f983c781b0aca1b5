import type { Contract } from '../model.ts';

/**
 * The paths at which things of one kind are: those that a path of one item continues by a parameter, and those that create or
 * list. Paths with parameters are named as they are declared.
 */
export function collectionsOf({ operations }: Contract): readonly string[] {
  const paths = new Set(operations.map(({ path }) => path));
  const above = [...paths].flatMap((path) => /^(\/.+)\/\{[^{}]+\}$/.exec(path)?.[1] ?? []);
  const listed = operations.filter(
    ({ method, path }) => (method === 'post' || method === 'get') && !path.endsWith('}'),
  );
  return [...new Set([...above, ...listed.map(({ path }) => path)])].sort();
}
