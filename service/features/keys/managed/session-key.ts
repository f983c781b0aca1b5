import type { Clock } from '../../../platform/clock.ts';
import type { NewId } from '../../../platform/ids.ts';
import type { Key } from '../key.ts';
import { hashOf, makeKey, type RandomBytes } from '../key-format.ts';
import type { KeyStore } from '../key-store.ts';
import type { Actor } from './key-desk.ts';

/** So long a browser works with one; then it asks for the next, where its person still may. */
const sessionKeyMinutes = 30;
/** For so long it is known as expired, then unknown. */
const knownForMs = 7 * 24 * 60 * 60 * 1000;

export interface IssuedSessionKey {
  /** Shown once. */
  readonly text: string;
  readonly key: Key & { readonly expiresAt: Date };
}

/** Issues a sandbox key to the browser of somebody who is signed in, for the organization that they act for. */
export type IssueSessionKey = (actor: Actor) => Promise<IssuedSessionKey>;

export function sessionKeyIssuer(deps: {
  readonly store: Pick<KeyStore, 'add' | 'removeExpired'>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly requestsPerMinute: number;
}): IssueSessionKey {
  return async ({ person, organization }) => {
    const now = deps.clock.now();
    const text = makeKey('sandbox', deps.random);
    const key = {
      ...{ id: deps.newId('key'), organization, environment: 'sandbox' as const, madeBy: person },
      requestsPerMinute: deps.requestsPerMinute,
      createdAt: now,
      expiresAt: new Date(now.getTime() + sessionKeyMinutes * 60_000),
      revokedAt: null,
    };
    await deps.store.add(key, hashOf(text));
    await deps.store.removeExpired(new Date(now.getTime() - knownForMs));
    return { text, key };
  };
}

export function sessionKeyJson({ text, key }: IssuedSessionKey) {
  return {
    key: text,
    environment: key.environment,
    organization: key.organization,
    expires_at: key.expiresAt.toISOString(),
    requests_per_minute: key.requestsPerMinute,
  };
}
