import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { KeyEnvironment } from '../key-format.ts';
import type { GrantableScope } from '../key-scopes.ts';
import { sessionKeyJson, type IssueSessionKey } from './session-key.ts';
import type { Actor, KeyDesk } from './key-desk.ts';
import { keyJson } from './key-json.ts';
import type { ManagedKey } from './managed-key.ts';
import type { ManagedKeyStore } from './managed-key-store.ts';
import type { KeyPolicy } from './new-key.ts';

export interface ManagedKeyRoutesDeps {
  readonly routes: ContractRoutes;
  /** Who acts, for which organization: the contract lets nobody else through. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>;
  /** The names of people by their id; without those who are gone. */
  readonly namesOf: (people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Whether there is an organization of this id. */
  readonly isOrganization: (id: string) => Promise<boolean>;
  readonly sites: readonly string[];
  readonly limit: AddressLimit;
  readonly desk: KeyDesk;
  readonly issueSessionKey: IssueSessionKey;
  readonly store: ManagedKeyStore;
  readonly flushUses: () => Promise<void>;
  readonly policy: KeyPolicy;
  readonly grantableOf: (organization: string) => Promise<readonly GrantableScope[]>;
  readonly clock: Clock;
  /** Told when the team has launched an organization; it may be told again. */
  readonly onLaunch: (organization: string) => Promise<void>;
}

interface NewKeyBody {
  readonly label: string;
  readonly environment: KeyEnvironment;
  readonly scopes?: readonly string[] | null;
  readonly expires_in_days?: number | null;
}
interface OfKey<Body = unknown> {
  readonly Params: { readonly key: string };
  readonly Body: Body;
}

export function managedKeyRoutes(app: FastifyInstance, deps: ManagedKeyRoutesDeps): void {
  const { routes, actorOf, desk, store, policy, clock } = deps;
  const own = refuseForeignOrigins(deps.sites);
  const shown = async (keys: readonly ManagedKey[]) => {
    const people = new Set(keys.flatMap(({ madeBy }) => madeBy ?? []));
    const names = await deps.namesOf([...people]);
    return keys.map((key) => keyJson(key, names, clock.now()));
  };
  const shownOne = async (key: ManagedKey) => (await shown([key]))[0];

  routes.add(app, 'listKeys', async (request, reply) => {
    const { organization } = await actorOf(request);
    await deps.flushUses();
    const keys = await store.list(organization, clock.now());
    void reply.header('cache-control', 'no-store');
    return {
      data: await shown(keys),
      scopes: await deps.grantableOf(organization),
      longest_days: policy.longestDays,
      launched_at: (await store.launchedAt(organization))?.toISOString() ?? null,
    };
  });
  routes.add<{ Body: NewKeyBody }>(
    app,
    'createKey',
    async (request, reply) => {
      const { label, environment, scopes = null, expires_in_days: expiresInDays = null } = request.body;
      const wanted = { label: label.trim(), environment, scopes, expiresInDays };
      const { text, key } = await desk.create(await actorOf(request), wanted);
      void reply.code(201).header('cache-control', 'no-store');
      return { key: text, entry: await shownOne(key) };
    },
    [own],
  );
  routes.add<OfKey<{ overlap_seconds: number }>>(
    app,
    'rollKey',
    async (request, reply) => {
      const { overlap_seconds: overlapSeconds } = request.body;
      const { text, key, old } = await desk.roll(await actorOf(request), request.params.key, overlapSeconds);
      void reply.code(201).header('cache-control', 'no-store');
      return { key: text, entry: await shownOne(key), old: await shownOne(old) };
    },
    [own],
  );
  routes.add<OfKey>(
    app,
    'revokeKey',
    async (request) => shownOne(await desk.revoke(await actorOf(request), request.params.key)),
    [own],
  );
  routes.add(
    app,
    'createSessionKey',
    async (request, reply) => {
      const issued = await deps.issueSessionKey(await actorOf(request));
      void reply.code(201).header('cache-control', 'no-store');
      return sessionKeyJson(issued);
    },
    [own, deps.limit],
  );
  routes.add<{ Params: { organization: string } }>(
    app,
    'launchOrganization',
    async ({ params: { organization } }) => {
      if (!(await deps.isOrganization(organization))) {
        throw new ProblemError('resource-not-found', { detail: `There is no organization "${organization}".` });
      }
      const launchedAt = await store.launch(organization, clock.now());
      await deps.onLaunch(organization);
      return { organization, launched_at: launchedAt.toISOString() };
    },
    [own],
  );
}
