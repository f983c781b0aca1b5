import { decideUse, type Key } from '../key.ts';

/** A key that people of an organization made, or somebody made for it by hand: one that is listed. */
export interface ManagedKey extends Key {
  readonly label: string;
  readonly hint: string;
  /** To the minute; null: never, as far as is known. */
  readonly lastUsedAt: Date | null;
  /** The key that it was rolled to. */
  readonly replacedBy: string | null;
}

/** `ending`: it was rolled, and still opens what it opened. */
export type ManagedKeyState = 'active' | 'ending' | 'ended' | 'revoked';

export function stateOf(key: ManagedKey, now: Date): ManagedKeyState {
  const decision = decideUse(key, now);
  if (decision.kind === 'refused') return decision.code === 'key-revoked' ? 'revoked' : 'ended';
  return key.replacedBy === null ? 'active' : 'ending';
}

/** When a rolled key ends: after the overlap, and no later than it would have. */
export function endOfRolled(key: Pick<Key, 'expiresAt'>, overlapSeconds: number, now: Date): Date {
  const end = new Date(now.getTime() + overlapSeconds * 1000);
  return key.expiresAt !== null && key.expiresAt < end ? key.expiresAt : end;
}

/** When the key that takes its place ends: it lives as long as the old one was to live. */
export function endOfSuccessor(key: Pick<Key, 'createdAt' | 'expiresAt'>, now: Date): Date | null {
  if (key.expiresAt === null) return null;
  return new Date(now.getTime() + key.expiresAt.getTime() - key.createdAt.getTime());
}
