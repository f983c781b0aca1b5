import { type ManagedKey, stateOf } from './managed-key.ts';

/** A key as the API shows it: everything but the key. `names` are those of the people who made keys, by their id. */
export function keyJson(key: ManagedKey, names: ReadonlyMap<string, string>, now: Date) {
  const { madeBy } = key;
  return {
    id: key.id,
    label: key.label,
    hint: key.hint,
    environment: key.environment,
    scopes: key.onlyScopes ?? null,
    requests_per_minute: key.requestsPerMinute,
    created_at: key.createdAt.toISOString(),
    created_by: madeBy === undefined ? null : { id: madeBy, name: names.get(madeBy) ?? null },
    expires_at: key.expiresAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    replaced_by: key.replacedBy,
    state: stateOf(key, now),
  };
}
