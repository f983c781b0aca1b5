import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { idSource } from '../../platform/ids.ts';
import { type AddressPolicy, publicAgent } from '../../platform/public-address/index.ts';
import { seal } from '../../platform/secret/index.ts';
import type { Sandbox, Witness } from '../sandbox/index.ts';
import { type AttemptDeps, attemptDelivery } from './attempt-delivery.ts';
import type { WebhookTrouble } from './deliveries-of.ts';
import { endpointFailed } from './disable-endpoint.ts';
import { dispatcher } from './dispatcher.ts';
import { type ReceivedDelivery, receivedDeliveries } from './received.ts';
import { newestRefused, type RefusedDelivery } from './refused.ts';
import { webhookRoutes } from './routes.ts';
import { sealLanes } from './seal-lanes.ts';
import { inboxSend, networkSend } from './send.ts';
import { sqlWebhookStore } from './sql-webhook-store.ts';
import { timeWatch } from './time-watch.ts';
import { webhooks } from './webhooks.ts';
import { webhookWitness } from './witness.ts';

export { adoptWebhooks } from './adopt-webhooks.ts';
export { noTrouble, type WebhookTrouble } from './deliveries-of.ts';
export { webhooksMigrations } from './migrations.ts';
export type { ReceivedDelivery } from './received.ts';
export type { RefusedDelivery } from './refused.ts';
export { webhookTroubleOf } from './webhook-trouble.ts';

export interface WebhooksFeature {
  /** For the sandbox: hears what happens in it. */
  readonly witness: Witness;
  /** The routes; while the application runs, deliveries are sent. */
  readonly plugin: FastifyPluginAsync;
  /** What was received of an organization's deliveries. */
  readonly receivedOf: (organization: string) => Promise<readonly ReceivedDelivery[]>;
  /** The newest delivery, where an address of the network did not take it. */
  readonly refusedOf: (organization: string) => Promise<RefusedDelivery | null>;
  /** Lets time pass in the sandboxes that are in use, and sends what is due now. */
  runDue(): Promise<void>;
}

export interface WebhooksFeatureDeps {
  readonly database: Database;
  /** 32 bytes: what signs deliveries is sealed with it. */
  readonly secret: Buffer;
  readonly routes: ContractRoutes;
  readonly keyOf: (request: FastifyRequest) => Promise<{ organization: string; environment: 'sandbox' | 'live' }>;
  /** Those that have a sandbox. */
  readonly contracts: readonly Contract[];
  /** Of those, the ones that are there for an organization. */
  readonly contractsOf: (organization: string) => Promise<readonly Contract[]>;
  /** A function, because the sandbox is made with the witness. */
  readonly sandbox: () => Pick<Sandbox, 'look' | 'change' | 'catchUp'>;
  readonly troubleOf: (organization: string) => Promise<WebhookTrouble>;
  readonly policy: AddressPolicy;
  readonly retryAfterSeconds: readonly number[];
  readonly log: { error(details: object, message: string): void };
  readonly clock?: Clock;
}

/** Receivers have so long for a whole answer; the guide says so, too. */
const timeoutMs = 10_000;
const leaseMs = 3 * timeoutMs;
const longestWaitSeconds = 3600;
const dayMs = 86_400_000;
const kept = { days: 30, guestDays: 7, most: 2000, guestPrefix: 'org_guest_' };

/** Sends a contract's webhooks for what happens in its sandboxes: signed, retried, kept, replayed. */
export function webhooksFeature(deps: WebhooksFeatureDeps): WebhooksFeature {
  const { routes, keyOf, contracts, sandbox, troubleOf, policy, log, clock = systemClock } = deps;
  const sealing = seal(deps.secret, 'webhooks');
  const store = sqlWebhookStore(deps.database, sealing);
  const agent = publicAgent({ policy, connectTimeoutMs: timeoutMs });
  const rules = { afterSeconds: deps.retryAfterSeconds, longestSeconds: longestWaitSeconds };
  const attempting: AttemptDeps = {
    ...{ store, clock, random: randomBytes, rules, troubleOf },
    sendOut: networkSend(agent, timeoutMs),
    sendToInbox: inboxSend,
    endpointFailed: (delivery, lane, verdict) =>
      endpointFailed(delivery, lane, verdict, clock.now(), { store, contracts, sandbox }),
  };
  const sending = dispatcher({ store, clock, log, leaseMs, attempt: (one) => attemptDelivery(one, attempting) });
  const emitting = { store, clock, random: randomBytes, newId: idSource(clock), troubleOf, wake: sending.wake };

  const time = timeWatch({ sandbox, clock, log });

  async function prune(): Promise<void> {
    const now = clock.now().getTime();
    const before = new Date(now - kept.days * dayMs);
    const guestsBefore = new Date(now - kept.guestDays * dayMs);
    await store
      .prune({ ...kept, before, guestsBefore })
      .catch((error: unknown) =>
        log.error({ err: error }, 'old webhooks could not be removed; trying again in an hour'),
      );
  }

  return {
    witness: webhookWitness({ ...emitting, policy, changed: time.note }),
    receivedOf: receivedDeliveries(deps.database),
    refusedOf: newestRefused(deps.database),
    async runDue() {
      await time.look();
      await sending.runDue();
    },
    plugin: async (app) => {
      webhookRoutes(app, {
        routes,
        keyOf,
        webhooks: webhooks({ ...emitting, contractsOf: deps.contractsOf, sandbox, policy, looked: time.note }),
      });
      let timer: NodeJS.Timeout | undefined;
      let ticker: NodeJS.Timeout | undefined;
      let looking: Promise<void> | null = null;
      app.addHook('onReady', async () => {
        await sealLanes(deps.database, sealing);
        sending.start();
        timer = setInterval(() => void prune(), 3_600_000).unref();
        ticker = setInterval(() => void (looking ??= time.look().finally(() => (looking = null))), 1000).unref();
      });
      app.addHook('onClose', async () => {
        clearInterval(timer);
        clearInterval(ticker);
        await looking;
        await sending.stop();
        await agent.destroy();
      });
    },
  };
}
