import path from 'node:path';
import type {
  AccessGroupConfig,
  AccountsConfig,
  ApiVersionConfig,
  Brand,
  FeedbackConfig,
  GatewayConfig,
  IntegrationsConfig,
  JourneyConfig,
  LimitClassConfig,
  LiveUpstreamConfig,
  MetricsConfig,
  PortalConfig,
  ProtectionConfig,
  TrafficConfig,
  WebhooksConfig,
} from '../../portal-config.ts';

/** `portal.config.ts` with defaults applied and absolute paths. */
export interface LoadedPortal {
  readonly configFile: string;
  /** The folder of `configFile`. */
  readonly root: string;
  readonly brand: Brand;
  readonly url: string;
  /** Empty: the site's own origin. */
  readonly serviceUrl: string;
  /** Where the guides are; null where there is no such folder. */
  readonly docsFolder: string | null;
  readonly apis: readonly LoadedApi[];
  readonly guests: { readonly keyLifetimeMinutes: number; readonly requestsPerMinute: number };
  readonly keys: { readonly longestDays: number | null; readonly requestsPerMinute: number };
  readonly limits: LoadedLimits;
  readonly gateway: Required<GatewayConfig>;
  readonly journeys: readonly JourneyConfig[];
  readonly feedback: Required<FeedbackConfig>;
  readonly integrations: Required<IntegrationsConfig>;
  readonly traffic: Required<TrafficConfig>;
  readonly metrics: Required<MetricsConfig>;
  readonly webhooks: Required<WebhooksConfig>;
  readonly accounts: Required<AccountsConfig>;
  readonly access: readonly LoadedAccessGroup[];
  /** The groups of early access whose readers this is for; none: everybody, or whoever runs it. */
  readonly readers: readonly string[];
  /** Guides that are early access and are not left out, relative to `docsFolder`, with slashes. */
  readonly earlyGuides: readonly string[];
  /** Guides that are left out, relative to `docsFolder`, with slashes: {@link portalForReaders} says which. */
  readonly hiddenGuides: readonly string[];
}

export type LoadedAccessGroup = Required<AccessGroupConfig>;

export interface LoadedLimits {
  readonly burstSeconds: number;
  readonly classes: readonly LoadedLimitClass[];
  /** Undefined: as many as the rates allow. */
  readonly requestsPerDay?: number;
}

export type LoadedLimitClass = Required<LimitClassConfig>;

export interface LoadedApi {
  readonly id: string;
  readonly title: string;
  readonly versions: readonly LoadedApiVersion[];
}

export interface LoadedApiVersion {
  readonly id: string;
  /** The description, absolute. */
  readonly file: string;
  readonly upstream: 'sandbox' | 'service';
  readonly live?: LoadedLiveUpstream;
  readonly blockOnDrift?: boolean;
  readonly deprecated?: ApiVersionConfig['deprecated'];
  /** The groups for whom it is; undefined: everybody. */
  readonly access?: readonly string[];
  /** The first of its API. */
  readonly current: boolean;
}

export type LoadedLiveUpstream = LiveUpstreamConfig &
  Required<Pick<LiveUpstreamConfig, 'variables' | 'timeoutSeconds'>> & {
    readonly protection: Required<ProtectionConfig>;
  };

const withoutSlash = (url: string) => url.replace(/\/$/, '');

/** Applies the defaults to a checked configuration. Pure. */
export function applyDefaults(
  config: PortalConfig,
  configFile: string,
  folderExists: (folder: string) => boolean,
): LoadedPortal {
  const root = path.dirname(configFile);
  const docs = path.resolve(root, config.docs ?? 'docs');
  return {
    configFile,
    root,
    brand: config.brand,
    url: withoutSlash(config.url ?? 'http://localhost:3000'),
    serviceUrl: withoutSlash(config.serviceUrl ?? ''),
    docsFolder: folderExists(docs) ? docs : null,
    apis: config.apis.map((api) => ({
      id: api.id,
      title: api.title ?? titleFromId(api.id),
      versions: api.versions.map((version, index) => ({
        id: version.id,
        file: path.resolve(root, version.description),
        upstream: version.upstream ?? 'sandbox',
        ...(version.live && { live: loadedLive(version.live) }),
        ...(version.blockOnDrift && { blockOnDrift: true }),
        deprecated: version.deprecated,
        ...((version.access ?? api.access) && { access: version.access ?? api.access }),
        current: index === 0,
      })),
    })),
    guests: {
      keyLifetimeMinutes: config.guests?.keyLifetimeMinutes ?? 120,
      requestsPerMinute: config.guests?.requestsPerMinute ?? 60,
    },
    keys: { longestDays: null, requestsPerMinute: 600, ...config.keys },
    limits: limitsOf(config),
    gateway: { requestsAtOnce: 1000, bodyMegabytes: 10, ...config.gateway },
    journeys: config.journeys ?? [],
    integrations: { categories: config.integrations?.categories ?? [] },
    feedback: { reasons: defaultReasons, excerptDays: 90, ...config.feedback },
    metrics: { open: config.metrics?.open ?? false },
    traffic: { retentionDays: config.traffic?.retentionDays ?? 30 },
    accounts: { signUp: 'open', staff: [], providers: [], ...config.accounts },
    access: (config.access ?? []).map((group) => ({ text: '', listed: false, ...group })),
    readers: [],
    earlyGuides: [],
    hiddenGuides: [],
    webhooks: {
      allowPrivateAddresses: false,
      ports: [443, 8443],
      retrySeconds: [5, 30, 120, 600, 1800],
      ...config.webhooks,
    },
  };
}

function limitsOf({ limits }: PortalConfig): LoadedLimits {
  const burstSeconds = limits?.burstSeconds ?? 60;
  const classes = limits?.classes ?? [];
  return {
    burstSeconds,
    classes: classes.map((each) => ({ methods: [], operations: [], burstSeconds, ...each })),
    requestsPerDay: limits?.requestsPerDay,
  };
}

export const defaultProtection: Required<ProtectionConfig> = {
  requestsAtOnce: 64,
  waitingAtMost: 64,
  waitSeconds: 2,
  retryPercent: 10,
  failuresInARow: 5,
  failurePercent: 50,
  pauseSeconds: 5,
};

function loadedLive(live: LiveUpstreamConfig): LoadedLiveUpstream {
  return { variables: {}, timeoutSeconds: 30, ...live, protection: { ...defaultProtection, ...live.protection } };
}

const defaultReasons: Required<FeedbackConfig>['reasons'] = [
  { id: 'missing', label: 'Something is missing' },
  { id: 'wrong', label: 'Something is wrong or out of date' },
  { id: 'unclear', label: 'I could not follow it' },
];

function titleFromId(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
