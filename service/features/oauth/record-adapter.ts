import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../../platform/clock.ts';
import { isForPerson } from './asked-by.ts';
import type { OAuthRecord, OAuthStore } from './oauth-record.ts';
import { tokenHash } from './token-hash.ts';

/** Ended records stay for a day, so that a token that is sent too late is told apart from one that never was. */
export const endedStaysMs = 24 * 60 * 60 * 1000;
const withoutEndMs = 10 * 365 * 24 * 60 * 60 * 1000;

/** Names a device's code that was found by its user code: only its hash is known then. No code begins so. */
const byHash = 'sha256:';

/**
 * `oidc-provider`'s storage over ours. A token, code or session is found by its hash, and its own text is taken out of what is
 * stored. A device's code that is found by its user code has its hash for a name: with that it goes through the pages that ask a person;
 * a client that presents it gets nothing.
 */
export function recordAdapter(store: OAuthStore, clock: Clock): (model: string) => Adapter {
  return (model) => {
    const hashOf = (id: string): string => (id.startsWith(byHash) ? id.slice(byHash.length) : tokenHash(id));
    const payloadOf = (record: OAuthRecord | null, id?: string): AdapterPayload | undefined => {
      if (record === null || record.expiresAt <= clock.now()) return undefined;
      const payload = JSON.parse(record.payload) as AdapterPayload;
      const consumed = record.consumedAt && { consumed: Math.floor(record.consumedAt.getTime() / 1000) };
      return { ...payload, ...(id !== undefined && model !== 'Client' && { jti: id }), ...consumed };
    };
    return {
      async upsert(id, payload, expiresInSeconds) {
        const { jti: _, ...rest } = payload;
        const alias = payload.userCode ?? (model === 'Session' ? payload.uid : undefined);
        const now = clock.now().getTime();
        const lifeMs = expiresInSeconds === undefined ? withoutEndMs : expiresInSeconds * 1000;
        await store.put({
          model,
          hash: hashOf(id),
          payload: JSON.stringify(rest),
          grant: payload.grantId ?? null,
          alias: alias === undefined ? null : tokenHash(alias),
          expiresAt: new Date(now + lifeMs),
          consumedAt: null,
        });
        await store.removeExpired(new Date(now - endedStaysMs));
      },
      find: async (id) => payloadOf(await store.find(model, isForPerson() ? hashOf(id) : tokenHash(id)), id),
      async findByUserCode(userCode) {
        const record = await store.findByAlias(model, tokenHash(userCode));
        return payloadOf(record, record === null ? undefined : byHash + record.hash);
      },
      // Only to be looked at: without its own name it cannot be saved.
      findByUid: async (uid) => payloadOf(await store.findByAlias(model, tokenHash(uid))),
      consume: (id) => store.consume(model, hashOf(id), clock.now()),
      destroy: (id) => store.remove(model, hashOf(id)),
      revokeByGrantId: (grantId) => store.removeGrant(grantId),
    };
  };
}
