import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { hashOf, hintOf, type KeyEnvironment, makeKey, type RandomBytes } from './key-format.ts';
import type { Key } from './key.ts';
import type { KeyStore } from './key-store.ts';

export interface WantedKey {
  readonly organization: string;
  readonly environment: KeyEnvironment;
  readonly requestsPerMinute: number;
  /** Null: it does not end by itself. */
  readonly lifetimeDays: number | null;
  readonly scopes?: Key['scopes'];
  readonly onlyScopes?: Key['onlyScopes'];
  readonly madeBy?: string;
  /** Default: that it was issued by hand. */
  readonly label?: string;
}

export interface IssuedKey {
  /** Shown once: only its hash is stored. */
  readonly text: string;
  readonly key: Key;
}

/** Issues a key to an organization. It is on disk when this resolves. */
export async function issueKey(
  wanted: WantedKey,
  deps: {
    readonly store: Pick<KeyStore, 'add'>;
    readonly clock: Clock;
    readonly newId: NewId;
    readonly random: RandomBytes;
  },
): Promise<IssuedKey> {
  const { lifetimeDays, ...whose } = wanted;
  const createdAt = deps.clock.now();
  const text = makeKey(wanted.environment, deps.random);
  const key: Key = {
    label: 'Issued by hand',
    ...whose,
    hint: hintOf(text),
    id: deps.newId('key'),
    createdAt,
    expiresAt: lifetimeDays === null ? null : new Date(createdAt.getTime() + lifetimeDays * 24 * 60 * 60 * 1000),
    revokedAt: null,
  };
  await deps.store.add(key, hashOf(text));
  return { text, key };
}
