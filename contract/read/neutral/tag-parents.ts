import { textOf } from '../json-value.ts';

type Parent = { readonly parent?: string } | { readonly problem: string };

/**
 * The parent of each declared tag (3.2 §4.22), without those that are not declared or that would close a circle. Each tag is
 * passed once, however deep they are nested.
 */
export function tagParents(declared: readonly unknown[]): ReadonlyMap<string, Parent> {
  const stated = new Map<string, string | undefined>();
  for (const tag of declared) {
    const name = textOf(tag, 'name');
    if (name !== undefined && !stated.has(name)) stated.set(name, textOf(tag, 'parent'));
  }
  const found = new Map<string, Parent>();
  for (const start of stated.keys()) {
    const chain = new Set<string>();
    for (let name: string | undefined = start; name !== undefined && !found.has(name);) {
      chain.add(name);
      const parent: string | undefined = stated.get(name);
      const problem: string | undefined =
        parent === undefined ? undefined : problemWith(parent, name, stated.has(parent), chain);
      if (problem !== undefined) found.set(name, { problem });
      name = problem === undefined ? parent : undefined;
    }
    for (const name of chain) if (!found.has(name)) found.set(name, { parent: stated.get(name) });
  }
  return found;
}

function problemWith(
  parent: string,
  name: string,
  isDeclared: boolean,
  chain: ReadonlySet<string>,
): string | undefined {
  if (!isDeclared) return `there is no tag "${parent}"`;
  if (parent === name) return 'a tag cannot be its own parent';
  return chain.has(parent) ? `the tag "${parent}" is itself nested under "${name}"` : undefined;
}

/** The topmost tag above each, by name; itself where it has no parent. Expects no circle. */
export function topmostTags(tags: readonly { readonly name: string; readonly parent?: string }[]): Map<string, string> {
  const parents = new Map(tags.map(({ name, parent }) => [name, parent]));
  const tops = new Map<string, string>();
  for (const { name: start } of tags) {
    const chain: string[] = [];
    let top = start;
    for (let name: string | undefined = start; name !== undefined; name = parents.get(name)) {
      top = tops.get(name) ?? name;
      if (tops.has(name)) break;
      chain.push(name);
    }
    for (const name of chain) tops.set(name, top);
  }
  return tops;
}
