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
  readonly journeys?: readonly JourneyConfig[];
  readonly feedback?: FeedbackConfig;
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
  /** Newest first: the first is the current one. */
  readonly versions: readonly ApiVersionConfig[];
}

export interface ApiVersionConfig {
  readonly id: string;
  /** The OpenAPI file. */
  readonly description: string;
  /** What stands behind the gateway: the built-in sandbox (default), or the portal's own service. */
  readonly upstream?: 'sandbox' | 'service';
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

/** What a visitor without an account gets. */
export interface GuestConfig {
  readonly keyLifetimeMinutes?: number;
  readonly requestsPerMinute?: number;
}

export interface JourneyConfig {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly JourneyStepConfig[];
}

export interface JourneyStepConfig {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly proof: ProofConfig;
}

/** What proves a step: a key was issued, or the gateway saw an exchange. */
export type ProofConfig =
  | { readonly kind: 'key-issued' }
  | {
      readonly kind: 'traffic';
      /** `{api}/{version}/{operationId}`. */
      readonly operation: string;
      /** An exact status, or a class such as `2XX`. Default: `2XX`. */
      readonly status?: string;
      /** The step whose proving exchange must have made the resource that this one asks for. */
      readonly sameResourceAs?: string;
    };

export interface FeedbackConfig {
  /** What a reader can pick when a page was not helpful. */
  readonly reasons?: readonly { readonly id: string; readonly label: string }[];
}

/** Gives an adopter's editor the types; returns its argument. */
export function definePortal(config: PortalConfig): PortalConfig {
  return config;
}
