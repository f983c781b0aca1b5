import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit, AddressLimits } from '../../platform/address-limit.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { type Authenticate, authenticator } from './authenticate.ts';
import { cachedKeys } from './cached-keys.ts';
import { guestOrganization } from './guest.ts';
import { forgetGuestCookie, readGuestCookie } from './guest-cookie.ts';
import { type GuestLimits, guestKeyIssuer } from './issue-guest-key.ts';
import { type KeyOfRequest, keyReader } from './key-of-request.ts';
import { keyJson } from './managed/key-json.ts';
import { type KeyStanding, keyStandings } from './managed/key-standing.ts';
import { lastUses, type LastUses } from './managed/last-uses.ts';
import { managedKeys, type ManagedKeysDeps } from './managed/index.ts';
import { sqlManagedKeyStore } from './managed/sql-managed-key-store.ts';
import { keysRoutes } from './routes.ts';
import { sqlKeyStore } from './sql-key-store.ts';

export { adoptKeys } from './adopt-keys.ts';
export { keysMigrations } from './migrations.ts';
export { type Authenticate, isGuess, type KeyDecision, type UsableKey } from './authenticate.ts';
export { isGuestOrganization } from './guest.ts';
export { decideKeyScopes } from './key-scopes.ts';
export type { GuestLimits } from './issue-guest-key.ts';
export { type IssuedKey, issueKey, type WantedKey } from './issue-key.ts';
export { sqlKeyStore } from './sql-key-store.ts';
export { organizationKeys } from './organization-keys.ts';
export type { KeyOfRequest } from './key-of-request.ts';
export type { KeyStanding } from './managed/key-standing.ts';
export { requireTeam } from './require-team.ts';

type NamesOf = (people: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export interface KeysFeature {
  readonly plugin: FastifyPluginAsync;
  readonly authenticate: Authenticate;
  readonly keyOf: KeyOfRequest;
  /** Counts a key that opened nothing: who guesses is refused with `rate-limited` instead, whoever has a good key is not. */
  readonly countGuess: AddressLimit;
  /** The organization of the guest that the request's cookie names; null where it names none. */
  guestOf(request: FastifyRequest): string | null;
  /** The browser forgets the guest. */
  forgetGuest(request: FastifyRequest, reply: FastifyReply): void;
  /** To be called when keys have moved: the next request asks the store whose they are. */
  forgetKnown(): void;
  /** When the organization got its first key: what proves a journey's `key-issued`. */
  firstIssuedAt(organization: string): Promise<Date | null>;
  /** The keys of an organization that are listed, as the API shows them: never the keys themselves. */
  listOf(organization: string, namesOf: NamesOf): Promise<readonly ReturnType<typeof keyJson>[]>;
  /** How many keys it has where, when they were used, and whether it has launched. */
  readonly standingOf: (organization: string) => Promise<KeyStanding>;
  /** `/api/v1/keys` and what belongs to it. */
  readonly managed: (deps: ManagedKeysDeps) => FastifyPluginAsync;
  /** Says that a key was used: it waits for nothing. */
  readonly noteUse: LastUses['note'];
  /** Says that an organization has launched, so that it can make live keys; the first time counts. */
  launch(organization: string, at: Date): Promise<Date>;
  /** Ends a key. This process refuses it from now on, another one after a second at most. */
  revoke(id: string): Promise<boolean>;
}

/** Keys: who may use the gateway. Guests get theirs from `POST /guest-keys`, so many a minute from one network. */
export function keysFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly guests: GuestLimits;
  /** Origins that the portal's pages stand on beside the service's own. */
  readonly sites: readonly string[];
  readonly addressLimits: AddressLimits;
  readonly log: { error(details: object, message: string): void };
  readonly clock?: Clock;
  readonly guestKeysPerMinute?: number;
  readonly guessesPerMinute?: number;
}): KeysFeature {
  const { clock = systemClock, guestKeysPerMinute = 60, guessesPerMinute = 60 } = deps;
  const store = sqlKeyStore(deps.database);
  const cache = cachedKeys(store, clock);
  const managedStore = sqlManagedKeyStore(deps.database);
  const uses = lastUses({ store: managedStore, log: deps.log });
  const authenticate = authenticator(cache);
  const issue = guestKeyIssuer({ store, clock, newId, random: randomBytes, limits: deps.guests });
  const limit = deps.addressLimits(guestKeysPerMinute, 'guest keys');
  const countGuess = deps.addressLimits(guessesPerMinute, 'keys that open nothing');
  return {
    plugin: async (app) => keysRoutes(app, { routes: deps.routes, issue, limit, sites: deps.sites }),
    authenticate,
    keyOf: keyReader({ authenticate, countGuess, clock, noteUse: uses.note }),
    countGuess,
    guestOf: (request) => {
      const token = readGuestCookie(request);
      return token === undefined ? null : guestOrganization(token);
    },
    async listOf(organization, namesOf) {
      await uses.flush();
      const keys = await managedStore.list(organization, clock.now());
      const names = await namesOf([...new Set(keys.flatMap(({ madeBy }) => madeBy ?? []))]);
      return keys.map((key) => keyJson(key, names, clock.now()));
    },
    managed: (wiring) =>
      managedKeys(
        {
          ...{ keys: store, store: managedStore, uses, clock, sites: deps.sites, limit },
          forget: () => cache.forget(),
        },
        wiring,
      ),
    noteUse: uses.note,
    forgetGuest: forgetGuestCookie,
    forgetKnown: () => cache.forget(),
    firstIssuedAt: (organization) => store.firstIssuedAt(organization),
    standingOf: keyStandings(managedStore, clock),
    launch: (organization, at) => managedStore.launch(organization, at),
    revoke: async (id) => {
      const found = await store.revoke(id, clock.now());
      cache.forget();
      return found;
    },
  };
}
