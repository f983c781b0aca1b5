import { magicPrefix, magicTrouble } from './magic-values.ts';
import type { TroubledRequest } from './troubled-request.ts';

type Said = Pick<TroubledRequest, 'path' | 'query' | 'body' | 'bytes' | 'sentPath' | 'sentQuery'>;

/**
 * The first magic value among the values of path, query and body; undefined where there is none. What has not even the
 * beginning of one in its bytes is not looked through.
 */
export function findMagic(said: Said): string | undefined {
  if (said.sentPath.includes(magicPrefix)) {
    for (const value of said.path.values()) if (magicTrouble(value) !== undefined) return value;
  }
  if (said.sentQuery.includes(magicPrefix)) {
    for (const value of said.query.values()) {
      const found = magicIn(value);
      if (found !== undefined) return found;
    }
  }
  return said.bytes.includes(magicPrefix) ? magicIn(said.body) : undefined;
}

/** Depth first, in order, without recursion: a body may be nested as deep as it likes. */
function magicIn(value: unknown): string | undefined {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      if (magicTrouble(next) !== undefined) return next;
    } else if (Array.isArray(next)) {
      for (let at = next.length - 1; at >= 0; at -= 1) open.push(next[at]);
    } else if (typeof next === 'object' && next !== null && !Buffer.isBuffer(next)) {
      const members = Object.values(next);
      for (let at = members.length - 1; at >= 0; at -= 1) open.push(members[at]);
    }
  }
  return undefined;
}
