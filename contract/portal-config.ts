import type { JourneyConfig } from './journey-config.ts';
import type { GraphqlConfig, GrpcConfig } from './mapped/mapping-config.ts';

export type {
  FormFieldConfig,
  JourneyConfig,
  JourneyStepConfig,
  ProofConfig,
  RecordProofConfig,
  TrafficProofConfig,
} from './journey-config.ts';

/** The shape of `portal.config.ts`, the one file that an adopter edits. Paths are relative to that file. */
export interface PortalConfig {
  readonly brand: Brand;
  /** Where readers reach the site, without a trailing slash. Default: `http://localhost:3000`. */
  readonly url?: string;
  /** Where browsers reach the service when it is not on the site's origin (a site on a CDN). Default: the site's origin. */
  readonly serviceUrl?: string;
  /** The folder of the guides. Default: `docs`. */
  readonly docs?: string;
  readonly apis: readonly ApiConfig[];
  readonly guests?: GuestConfig;
  readonly keys?: KeysConfig;
  readonly gateway?: GatewayConfig;
  readonly limits?: LimitsConfig;
  readonly journeys?: readonly JourneyConfig[];
  readonly feedback?: FeedbackConfig;
  readonly traffic?: TrafficConfig;
  readonly metrics?: MetricsConfig;
  readonly webhooks?: WebhooksConfig;
  readonly accounts?: AccountsConfig;
  readonly integrations?: IntegrationsConfig;
  /** Groups of partners for whom something is open before it is open for everybody. Guides, APIs and versions name them. */
  readonly access?: readonly AccessGroupConfig[];
}

/** Partners with early access. Who is in, staff say on `/team/access`; staff are in every group. */
export interface AccessGroupConfig {
  /** What `access` names. */
  readonly id: string;
  readonly title: string;
  /** What is to be had early, in a sentence or two, for who may ask. */
  readonly text?: string;
  /** Whether `/early-access` says that the group exists, so that partners can ask to be let in. Default: false. */
  readonly listed?: boolean;
}

export interface Brand {
  /** The platform's name, as in the page titles: `Cardea`. */
  readonly name: string;
  /** One line on what one can build. */
  readonly tagline: string;
  readonly description?: string;
}

export interface ApiConfig {
  /** The first segment of its addresses: `/reference/{id}/…`, `/gateway/{id}/…`. Lower-case letters, digits, hyphens. */
  readonly id: string;
  readonly title?: string;
  /** Groups for whom it is; for nobody else is there such an API. Default: it is for everybody. */
  readonly access?: readonly string[];
  /** Newest first: the first is the current one. */
  readonly versions: readonly ApiVersionConfig[];
}

export interface ApiVersionConfig {
  readonly id: string;
  /** The OpenAPI file. */
  readonly description: string;
  /** Groups for whom it is; for nobody else is there such a version. Default: that of its API. */
  readonly access?: readonly string[];
  /** What stands behind the gateway: the built-in sandbox (default), or the portal's own service. */
  readonly upstream?: 'sandbox' | 'service';
  /** What stands behind it for live keys. Default: none, the version is in the sandbox only. */
  readonly live?: LiveUpstreamConfig;
  /** Whether an answer that is not as the description says is held back, and refused with 502 in its place. Default: false. */
  readonly blockOnDrift?: boolean;
  readonly deprecated?: {
    /** ISO dates. */
    readonly since: string;
    readonly sunset?: string;
    /** The version to use instead. */
    readonly replacedBy?: string;
    /** The guide that tells how to move. */
    readonly guide?: string;
  };
}

/** The API with real effects, for keys that start with `ptl_live_`. Nothing but what stands here is ever called. */
export interface LiveUpstreamConfig {
  /** `https://api.example.com/v2`; with variables, `https://{region}.api.example.com/v2`. */
  readonly url: string;
  /** By the name that stands in the braces. */
  readonly variables?: Readonly<Record<string, ServerVariableConfig>>;
  /** How the gateway proves to the upstream who it is. Default: not at all. */
  readonly credential?: UpstreamCredentialConfig;
  /** Where its paths are not those of the contract. */
  readonly paths?: PathMappingConfig;
  /** What is done to the headers of a request on the way there, before the credential is added. */
  readonly requestHeaders?: RequestHeadersConfig;
  /** What is done to the headers of its answers. */
  readonly answerHeaders?: AnswerHeadersConfig;
  /** How long to wait until an answer begins, and for each further piece of it. Default: 30. */
  readonly timeoutSeconds?: number;
  /** Where one of the waits is to be longer or shorter. */
  readonly timeouts?: TimeoutsConfig;
  readonly pool?: PoolConfig;
  /**
   * Where the gateway remembers an answer by the request's `Idempotency-Key`: where the operation declares that header (default), at each
   * `POST` and `PATCH`, or nowhere.
   */
  readonly idempotency?: 'declared' | 'writes' | 'never';
  /** Where it speaks GraphQL: which document answers which operation. */
  readonly graphql?: GraphqlConfig;
  /** Where it speaks gRPC: which method answers which operation. */
  readonly grpc?: GrpcConfig;
  /** What happens where the upstream is slow or fails. Each has a default. */
  readonly protection?: ProtectionConfig;
}

/** The prefix of all paths is in `url`. */
export interface PathMappingConfig {
  /** By operationId: its path there, with the operation's parameters in braces: `/people/{id}`. Comes before `rename`. */
  readonly operations?: Readonly<Record<string, string>>;
  /** By the beginning of the contract's path, in whole segments; the first that fits. */
  readonly rename?: readonly { readonly from: string; readonly to: string }[];
}

/** In this order: removed, renamed, set. */
export interface RequestHeadersConfig {
  readonly remove?: readonly string[];
  /** The new name by the old one. */
  readonly rename?: Readonly<Record<string, string>>;
  /** By name. A secret goes into `credential`. */
  readonly set?: Readonly<Record<string, string>>;
}

export interface AnswerHeadersConfig {
  /** Names, or the beginning of names: `X-Internal-*`. */
  readonly remove?: readonly string[];
}

export interface TimeoutsConfig {
  /** Until there is a connection. Default: `timeoutSeconds`, at most 10. */
  readonly connectSeconds?: number;
  /** Until an answer begins, with all that comes before it: a place, a connection, a token, a second attempt. Default: `timeoutSeconds`. */
  readonly answerSeconds?: number;
  /** For each further piece of the answer. Default: `timeoutSeconds`. */
  readonly pieceSeconds?: number;
  /** Until the answer has ended. Default: as long as it takes. */
  readonly wholeSeconds?: number;
}

/** The connections to a live upstream. One request at a time goes over each. */
export interface PoolConfig {
  /** At most. Default: `protection.requestsAtOnce`. */
  readonly connections?: number;
  /** How long one is kept that is not in use. Default: 4. */
  readonly keepAliveSeconds?: number;
}

/** How a live upstream is kept from being overrun, and everybody else from waiting for it. */
export interface ProtectionConfig {
  /** How many requests may be under way to it at once, over as many connections. Default: 64. */
  readonly requestsAtOnce?: number;
  /** How many more may wait for a place. Default: 64; 0: none. */
  readonly waitingAtMost?: number;
  /** How long each of them waits. Default: 2. */
  readonly waitSeconds?: number;
  /** For every hundred requests, how many may be sent a second time. Default: 10; 0: none. */
  readonly retryPercent?: number;
  /** It is left alone after so many failures with no success between them. Default: 5. */
  readonly failuresInARow?: number;
  /** It is left alone when so many percent of at least 20 requests in 10 seconds fail. Default: 50. */
  readonly failurePercent?: number;
  /** How long it is left alone, until one request tries. Default: 5. */
  readonly pauseSeconds?: number;
}

/** What a request may put in a variable's place: one of `values`, or text that `pattern` matches as a whole. */
export interface ServerVariableConfig {
  readonly values?: readonly string[];
  readonly pattern?: string;
  /** Default: the first of `values`. Required with `pattern`. */
  readonly default?: string;
  /** What it is, in a line. */
  readonly text?: string;
}

/** Each `…From` is the name of an environment variable: there are no secrets in this file. */
export type UpstreamCredentialConfig =
  | { readonly kind: 'header'; readonly name: string; readonly valueFrom: string }
  | { readonly kind: 'basic'; readonly userFrom: string; readonly passwordFrom: string }
  | { readonly kind: 'bearer'; readonly tokenFrom: string }
  | ClientCredentialsConfig;

/** An access token of the client credentials grant (RFC 6749 §4.4), which the gateway fetches, holds and renews. */
export interface ClientCredentialsConfig {
  readonly kind: 'oauth2';
  /** The token endpoint: `https://auth.example.com/oauth2/token`. */
  readonly tokenUrl: string;
  readonly clientIdFrom: string;
  readonly clientSecretFrom: string;
  /** Where the secret goes: `basic`, in the `Authorization` header; `body`. Default: `basic`. */
  readonly authentication?: 'basic' | 'body';
  /** What the token is to open. Default: what the server gives. */
  readonly scopes?: readonly string[];
  /** For which API, where the server wants to know. */
  readonly audience?: string;
}

export interface GatewayConfig {
  /** How many requests may be under way in one process, to all APIs together; more are refused at once. Default: 1000. */
  readonly requestsAtOnce?: number;
  /** The largest body of a request that is read to be checked, in MB; a larger one is refused. Default: 10. */
  readonly bodyMegabytes?: number;
}

/** What a visitor without an account gets. */
export interface GuestConfig {
  readonly keyLifetimeMinutes?: number;
  readonly requestsPerMinute?: number;
}

/** The keys that partners make for themselves. */
export interface KeysConfig {
  /** How long a key may live. Default: as long as its maker likes, also without an end. */
  readonly longestDays?: number;
  /** How many requests a key allows a minute. Default: 600. */
  readonly requestsPerMinute?: number;
}

/** How the sandbox sends webhooks. */
export interface WebhooksConfig {
  /** For development only: also `http`, any port, and addresses of private networks and of this machine. Default: false. */
  readonly allowPrivateAddresses?: boolean;
  /** The ports that an address may have. Default: 443 and 8443. */
  readonly ports?: readonly number[];
  /** How long to wait before the second attempt, the third, and so on. Default: 5 s, 30 s, 2 min, 10 min, 30 min. */
  readonly retrySeconds?: readonly number[];
}

/** How requests are counted at the gateway. How many a key may send is said where it is issued; for guests, in `guests`. */
export interface LimitsConfig {
  /** How many seconds' worth of requests may come at once. Default: 60. */
  readonly burstSeconds?: number;
  /** Each has a bucket of its own beside `default`, which counts what belongs to no class. An operation is of the first that names it. */
  readonly classes?: readonly LimitClassConfig[];
  /** For each key, whatever the class; guest keys and access tokens of an organization count together. A day is one of UTC. Default: no such limit. */
  readonly requestsPerDay?: number;
}

/** Operations that are limited together: those of the methods, and those that are named. */
export interface LimitClassConfig {
  /** Its name in `RateLimit-Policy`. */
  readonly id: string;
  readonly methods?: readonly LimitedMethod[];
  /** `{api}/{version}/{operationId}`. */
  readonly operations?: readonly string[];
  /** For each key; never more than the key itself allows. */
  readonly requestsPerMinute: number;
  /** Default: that of all limits. */
  readonly burstSeconds?: number;
}

export type LimitedMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE' | 'QUERY';

export interface FeedbackConfig {
  /** What a reader can pick when a page was not helpful. */
  readonly reasons?: readonly { readonly id: string; readonly label: string }[];
  /** After so many days the excerpts of exchanges that came along are removed; what was said stays. Default: 90. */
  readonly excerptDays?: number;
}

/** The public directory of what partners have built, `/integrations`. */
export interface IntegrationsConfig {
  /** What a listing can be found under. Default: none. */
  readonly categories?: readonly { readonly id: string; readonly label: string }[];
}

/** The records of what went through the gateway. */
export interface TrafficConfig {
  /** After so many days they are removed, but for those that proved a step of a journey. Default: 30. */
  readonly retentionDays?: number;
}

/** `/metrics`, for Prometheus. The token that opens it otherwise is in the environment: `PORTAL_METRICS_TOKEN`. */
export interface MetricsConfig {
  /** Whether everybody who reaches the service may read them: for a service that only your own network reaches. Default: false. */
  readonly open?: boolean;
}

/** Gives an adopter's editor the types; returns its argument. */
export function definePortal(config: PortalConfig): PortalConfig {
  return config;
}

/** Who has an account. */
export interface AccountsConfig {
  /** Whether everybody may sign up, everybody whom staff then approve, or only who is invited. Default: `open`. */
  readonly signUp?: 'open' | 'approval' | 'invitation';
  /** Mail addresses of the team that runs the portal: whoever has confirmed one of them is staff. Default: none. */
  readonly staff?: readonly string[];
  /** Services that people may sign in with in place of a password. Default: none. */
  readonly providers?: readonly ProviderConfig[];
}

/** Who else can say who somebody is. Each `…From` is the name of an environment variable: there are no secrets in this file. */
export interface ProviderConfig {
  /** `github` and `google` are known; any other is an OpenID provider at its `issuer`. It is part of `/api/v1/auth/callback/{id}`. */
  readonly id: string;
  /** On the button. Default: GitHub, Google, or the id. */
  readonly name?: string;
  /** Where `/.well-known/openid-configuration` is (OpenID Connect Discovery 1.0 §4). */
  readonly issuer?: string;
  readonly clientIdFrom: string;
  readonly clientSecretFrom: string;
}
