import type { Contract } from '../model.ts';
import { fileName, FileNames } from './file-names.ts';

const known = new WeakMap<Contract, ReadonlyMap<string, string>>();

/** Component name → the last segment of its page's address, unique where letter case does not count. */
export function componentSlugs(contract: Contract): ReadonlyMap<string, string> {
  let slugs = known.get(contract);
  if (!slugs) known.set(contract, (slugs = slugsOf(Object.keys(contract.schemas))));
  return slugs;
}

/** As {@link componentSlugs} has them. */
export function slugsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const files = new FileNames();
  return new Map(names.map((name) => [name, files.take(withoutDots(name))]));
}

/** What a component's slug would be if it were alone. */
export const wantedSlug = (name: string): string => fileName(withoutDots(name));

/** A server could take what follows a dot for a file's ending. */
const withoutDots = (name: string) => name.replaceAll('.', '-');
