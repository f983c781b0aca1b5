import type { Clock } from '../../../platform/clock.ts';
import type { NewId } from '../../../platform/ids.ts';
import { ProblemError } from '../../../platform/problem.ts';
import { hashOf, hintOf, makeKey, type RandomBytes } from '../key-format.ts';
import type { GrantableScope } from '../key-scopes.ts';
import type { AuditKeys, KeyAuditEvent } from './audit.ts';
import { endOfRolled, endOfSuccessor, type ManagedKey } from './managed-key.ts';
import type { ManagedKeyStore, NewManagedKey } from './managed-key-store.ts';
import { decideNewKey, type KeyPolicy, type WantedManagedKey } from './new-key.ts';

/** Who does it, for which organization. */
export interface Actor {
  readonly person: string;
  readonly organization: string;
  /** The request's header, for the audit log. */
  readonly userAgent?: string;
}

/** A key with its text, which is shown once. */
export interface ShownKey {
  readonly text: string;
  readonly key: ManagedKey;
}

/** What people do with their organization's keys. Refusals are thrown as problems; what resolves is on disk. */
export interface KeyDesk {
  create(actor: Actor, wanted: WantedManagedKey): Promise<ShownKey>;
  /** A new key in the place of an old one, which goes on for `overlapSeconds`. */
  roll(actor: Actor, id: string, overlapSeconds: number): Promise<ShownKey & { readonly old: ManagedKey }>;
  revoke(actor: Actor, id: string): Promise<ManagedKey>;
}

/** How many keys of an organization may open something at once. */
export const keysAtMost = 100;
const dayMs = 24 * 60 * 60 * 1000;

export function keyDesk(deps: {
  readonly store: ManagedKeyStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly policy: KeyPolicy;
  readonly grantableOf: (organization: string) => Promise<readonly GrantableScope[]>;
  readonly audit: AuditKeys;
  /** Called after a key was changed: from now on this process asks the store. */
  readonly forget: () => void;
}): KeyDesk {
  const { store, clock, policy, grantableOf, audit } = deps;

  function made(whose: Omit<NewManagedKey['key'], 'id' | 'hint' | 'revokedAt'>): NewManagedKey & { text: string } {
    const text = makeKey(whose.environment, deps.random);
    const key = { ...whose, id: deps.newId('key'), hint: hintOf(text), revokedAt: null };
    return { text, key, hash: hashOf(text) };
  }
  const found = async ({ organization }: Actor, id: string): Promise<ManagedKey> => {
    const key = await store.find(organization, id);
    if (key !== null) return key;
    throw new ProblemError('resource-not-found', { detail: `Your organization has no key "${id}".` });
  };
  const note = ({ person, organization, userAgent }: Actor, kind: KeyAuditEvent['kind'], key: NewManagedKey['key']) =>
    audit({ kind, person, organization, subject: `${key.label} (${key.hint}…)`, userAgent });

  return {
    async create(actor, wanted) {
      const { person, organization } = actor;
      const hasLaunched = wanted.environment === 'sandbox' || (await store.launchedAt(organization)) !== null;
      const grantable = await grantableOf(organization);
      refuse(decideNewKey(wanted, { policy, grantable, hasLaunched }));
      const now = clock.now();
      const { label, environment, scopes, expiresInDays } = wanted;
      const { text, ...stored } = made({
        ...{ organization, environment, requestsPerMinute: policy.requestsPerMinute, label, madeBy: person },
        ...(scopes !== null && { onlyScopes: scopes }),
        createdAt: now,
        expiresAt: expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * dayMs),
      });
      if (!(await store.add(stored, keysAtMost, now))) {
        const detail = `Your organization has ${keysAtMost} keys. Revoke one that is not in use, then try again.`;
        throw new ProblemError('resource-conflict', { detail });
      }
      await note(actor, 'key-created', stored.key);
      return { text, key: { ...stored.key, lastUsedAt: null, replacedBy: null } };
    },
    async roll(actor, id, overlapSeconds) {
      const old = await found(actor, id);
      const now = clock.now();
      const endsAt = endOfRolled(old, overlapSeconds, now);
      const { environment, label, organization, requestsPerMinute, onlyScopes, scopes } = old;
      const { text, ...successor } = made({
        ...{ organization, environment, requestsPerMinute, label, madeBy: actor.person },
        ...(onlyScopes && { onlyScopes }),
        ...(scopes && { scopes }),
        createdAt: now,
        expiresAt: endOfSuccessor(old, now),
      });
      const isRolled = await store.roll({ id, endsAt }, successor, now);
      deps.forget();
      if (!isRolled) {
        const detail = 'This key was rolled, revoked or has ended already. Roll the key that took its place.';
        throw new ProblemError('resource-conflict', { detail });
      }
      const replacedBy = successor.key.id;
      await note(actor, 'key-rolled', old);
      return {
        text,
        key: { ...successor.key, lastUsedAt: null, replacedBy: null },
        old: { ...old, expiresAt: endsAt, replacedBy },
      };
    },
    async revoke(actor, id) {
      await store.revoke(actor.organization, id, clock.now());
      deps.forget();
      const key = await found(actor, id);
      await note(actor, 'key-revoked', key);
      return key;
    },
  };
}

function refuse(decision: ReturnType<typeof decideNewKey>): void {
  if (decision.kind === 'invalid') throw new ProblemError('request-invalid', { errors: decision.places });
  if (decision.kind === 'not-launched') {
    throw new ProblemError('launch-missing', {
      detail: 'Live keys come with the launch: finish the journey to it first. A sandbox key needs no launch.',
    });
  }
}
