import type { ConfigPath, ConfigProblem } from './shape.ts';

/** Ids that are used twice. */
export function duplicates(items: readonly { readonly id: string }[], path: ConfigPath, what: string): ConfigProblem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, index, 'id'], sentence: `${what} "${id}". Give one of them another id.` }];
  });
}
