import path from 'node:path';

/** The site as readers see it who are in these groups, and where it is built. Without any it is everybody's. */
export interface Edition {
  readonly readers: readonly string[];
  readonly build: string;
}

/** Below the build folder. No group is called so: ids begin with a letter or a digit. */
const EDITIONS = 'editions';
const ALL = '_all';

/**
 * Everybody's edition, first; one for each group that something is for; and one with all of it. Whoever is in several groups and
 * not in all finds each thing in one of them (decisions/026).
 */
export function editionsFor(groups: readonly string[], build: string): readonly [Edition, ...Edition[]] {
  const own = groups.map((group) => ({ readers: [group], build: path.join(build, EDITIONS, group) }));
  const all = groups.length > 1 ? [{ readers: groups, build: path.join(build, EDITIONS, ALL) }] : [];
  return [{ readers: [], build }, ...own, ...all];
}

export const editionsFolder = (build: string) => path.join(build, EDITIONS);
