/** The way from a first call to a launch, for one kind of partner. */
export interface JourneyConfig {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly JourneyStepConfig[];
}

export interface JourneyStepConfig {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  /** Where one reads on: pages of this site, or https addresses. */
  readonly links?: readonly { readonly label: string; readonly href: string }[];
  /** The operation whose console helps with this step: `{api}/{version}/{operationId}`. */
  readonly console?: string;
  /** Whether the journey is complete without it. Default: false. */
  readonly optional?: boolean;
  /** Steps that must be proven before; what happened earlier proves nothing here. Default: none, it may be done at any time. */
  readonly after?: readonly string[];
  /** Whether it is to be shown again when one of its operations changes in the contract. Default: false. */
  readonly recheck?: boolean;
  /** Whether an organization with this step has launched: live keys ask for it. Default: false. */
  readonly launch?: boolean;
  readonly proof: ProofConfig;
}

/**
 * What proves a step: the gateway's own records, or somebody who is signed in. `operation` is `{api}/{version}/{operationId}`, `api` is
 * `{api}/{version}`.
 */
export type ProofConfig = RecordProofConfig | PersonProofConfig;

/** What the service's own records prove; nobody can claim it. */
export type RecordProofConfig =
  | { readonly kind: 'key-issued' }
  | TrafficProofConfig
  /** Refused with 429, and sent again no sooner than the answer told, with success. Without `operation`: any. */
  | { readonly kind: 'retry-after-429'; readonly operation?: string }
  /** Sent twice with one `Idempotency-Key`, with one effect. */
  | { readonly kind: 'idempotent-retry'; readonly operation: string }
  /** A list read from its first page to its last, each by what the one before named. `pages`: at least so many; default 2. */
  | { readonly kind: 'all-pages'; readonly operation: string; readonly pages?: number }
  /** Refused with 401, and soon after well with another key or token, without asking again and again. */
  | { readonly kind: 'token-refreshed'; readonly api: string }
  /** A signed webhook was answered with 2XX by an address of the network. */
  | { readonly kind: 'webhook-verified'; readonly api: string }
  /** A webhook that came twice was answered with 2XX twice, and acted on once. `actsBy`: the operation that acts on it. */
  | { readonly kind: 'webhook-duplicate'; readonly api: string; readonly actsBy?: string }
  /** The sandbox's outage: well before it, patient in it, and all that was refused sent again with success. */
  | { readonly kind: 'outage'; readonly api: string };

export interface TrafficProofConfig {
  readonly kind: 'traffic';
  readonly operation: string;
  /** An exact status, or a class such as `2XX`. Default: `2XX`. */
  readonly status?: string;
  /** The step whose proving exchange must have made the resource that this one asks for. */
  readonly sameResourceAs?: string;
  /** How many such exchanges, at most 100. Default: 1. */
  readonly count?: number;
  /** All of them within so many minutes. Default: at any time. */
  readonly withinMinutes?: number;
}

export type PersonProofConfig =
  | { readonly kind: 'form'; readonly fields: readonly FormFieldConfig[] }
  /** A page of this site that an owner agrees to, and its version: another version is to be agreed to again. */
  | { readonly kind: 'agreement'; readonly document: string; readonly version: string }
  /** By one of the staff. */
  | { readonly kind: 'review' };

export interface FormFieldConfig {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'long-text' | 'yes-no' | 'choice' | 'address';
  /** What is meant, in a line. */
  readonly hint?: string;
  /** Default: true. */
  readonly required?: boolean;
  /** Of a `choice`. */
  readonly options?: readonly string[];
}
