import Fastify, { type FastifyInstance } from 'fastify';
import type { Mappings } from '../../../contract/mapped/index.ts';
import type { Contract } from '../../../contract/model.ts';
import type { ProtectionConfig } from '../../../contract/portal-config.ts';
import {
  defaultProtection,
  type LoadedLimits,
  type LoadedLiveUpstream,
  readContract,
} from '../../../contract/read/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { useProblemAnswers } from '../../platform/error-handler.ts';
import { newId } from '../../platform/ids.ts';
import type { KeyDecision } from '../keys/index.ts';
import { limitsFeature } from '../limits/index.ts';
import { sandboxFeature } from '../sandbox/index.ts';
import type { Exchange } from '../traffic/index.ts';
import type { MeetTrouble } from '../trouble/index.ts';
import { gatewayFeature } from './index.ts';
import type { ResilienceLog } from './resilience/circuits.ts';
import type { Timing } from './resilience/timing.ts';

export interface RunningGateway {
  readonly app: FastifyInstance;
  readonly exchanges: Exchange[];
  /** The latest exchange. */
  readonly last: () => Exchange;
}

type LiveOptions = Omit<LoadedLiveUpstream, 'protection'> & { readonly protection?: ProtectionConfig };

export interface GatewayOptions {
  readonly requestsPerMinute?: number;
  readonly anonymousPerMinute?: number;
  readonly limits?: LoadedLimits;
  readonly upstream?: 'sandbox' | 'service';
  readonly deprecated?: { since: string; sunset?: string; replacedBy?: string; guide?: string };
  readonly live?: LiveOptions;
  /** By the id of an API, where one has another than `live`. */
  readonly liveOf?: Readonly<Record<string, LiveOptions>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly mappings?: Mappings;
  readonly siteUrl?: string;
  /** How many requests the whole gateway takes at once. */
  readonly requestsAtOnce?: number;
  readonly blockOnDrift?: boolean;
  readonly timing?: Timing;
  readonly clock?: Clock;
  readonly log?: ResilienceLog;
  /** What is to go wrong in the sandbox; nothing, where it is not said. */
  readonly meetTrouble?: MeetTrouble;
  /** The service's own routes. */
  readonly routes?: (app: FastifyInstance) => void;
}

/** A gateway before these contracts, with the sandbox behind it. The key `ptl_test_a` is of `org_a`, and so on. */
export async function startGateway(
  database: Database,
  contracts: readonly Contract[],
  options: GatewayOptions = {},
): Promise<RunningGateway> {
  const { upstream = 'sandbox', deprecated, siteUrl = '' } = options;
  const app = Fastify({ genReqId: () => newId('req') });
  useProblemAnswers(app, siteUrl);
  const exchanges: Exchange[] = [];
  const feature = gatewayFeature({
    portal: {
      apis: contracts.map((contract) => ({
        id: contract.api,
        title: contract.info.title,
        versions: [
          {
            id: contract.version,
            file: contract.file,
            upstream,
            live: liveOf(contract.api, options),
            deprecated,
            blockOnDrift: options.blockOnDrift ?? false,
            current: true,
          },
        ],
      })),
      guests: { keyLifetimeMinutes: 120, requestsPerMinute: options.anonymousPerMinute ?? 100_000 },
      serviceUrl: '',
      gateway: { requestsAtOnce: options.requestsAtOnce ?? 1000, bodyMegabytes: 10 },
    },
    contracts,
    opensTo: async () => () => true,
    countGuess: async () => undefined,
    authenticate: async (presented) => decide(presented, options.requestsPerMinute ?? 100_000),
    count: limitsFeature({ database, limits: options.limits ?? { burstSeconds: 60, classes: [] }, log: app.log }).count,
    sandbox: sandboxFeature({ database, secret: Buffer.alloc(32, 9) }).sandbox,
    database,
    meetTrouble: options.meetTrouble ?? (() => null),
    traffic: { record: (exchange) => exchanges.push(exchange) },
    siteUrl,
    environment: options.environment ?? {},
    mappings: options.mappings,
    timing: options.timing,
    clock: options.clock,
    log: options.log,
  });
  options.routes?.(app);
  await app.register(feature.plugin);
  return {
    app,
    exchanges,
    last() {
      const exchange = exchanges.at(-1);
      if (exchange === undefined) throw new Error('Nothing was recorded.');
      return exchange;
    },
  };
}

function liveOf(api: string, options: GatewayOptions): LoadedLiveUpstream | undefined {
  const live = options.liveOf?.[api] ?? options.live;
  return live && { ...live, protection: { ...defaultProtection, ...live.protection } };
}

function decide(presented: string | undefined, requestsPerMinute: number): KeyDecision {
  if (presented === undefined) return { kind: 'refused', code: 'key-missing', detail: 'Send a key.' };
  const [, environment, name = ''] = /^ptl_(test|live)_([a-z]+)$/.exec(presented) ?? [];
  if (environment === undefined) return { kind: 'refused', code: 'key-malformed', detail: 'Copy it again.' };
  return {
    kind: 'usable',
    key: {
      id: `key_${name}`,
      organization: `org_${name}`,
      environment: environment === 'test' ? 'sandbox' : 'live',
      requestsPerMinute,
    },
  };
}

export const examples = 'node_modules/@readme/oas-examples';

export async function contractAt(file: string, api: string, version = 'v1'): Promise<Contract> {
  return readContract({ api, version, file });
}
