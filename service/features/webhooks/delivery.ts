/** One event on its way to one address, with all its attempts. */
export interface Delivery {
  readonly id: string;
  readonly organization: string;
  readonly api: string;
  readonly version: string;
  /** The id of the endpoint in the contract's collection; `own`: the organization's address; `inbox`: none, only the inbox. */
  readonly endpoint: string;
  readonly lane: string;
  /** Where it goes; `inboxUrl` or an address of the documentation: to the built-in inbox, by no network. */
  readonly url: string;
  /** `webhook-id`: the same for every delivery of an event. */
  readonly message: string;
  readonly type: string;
  readonly cause: DeliveryCause;
  /** As it is sent, byte for byte. */
  readonly body: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The status of the last answer; null where none came. */
  readonly lastStatus: number | null;
  /** Why it is where it is, in a sentence. */
  readonly note: string | null;
  readonly createdAt: Date;
  /** When it is sent next; null where it is not. */
  readonly nextAt: Date | null;
}

/** `stopped`: not sent any more although it was never received, because the endpoint is gone or disabled. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed' | 'stopped';

export type DeliveryCause = 'event' | 'test' | 'replay' | 'duplicate';

/** One request of a delivery, and what came of it. */
export interface Attempt {
  readonly number: number;
  readonly at: Date;
  readonly durationMs: number;
  readonly requestHeaders: Headers;
  readonly checks: readonly SignatureCheck[];
  readonly answer: AttemptAnswer;
}

export type AttemptAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: string }
  /** `error` is a sentence: why there was no answer. */
  | { readonly kind: 'unanswered'; readonly error: string };

/** Lower-case names. */
export type Headers = Readonly<Record<string, string>>;

/** One thing that a receiver looks at before it trusts a delivery. */
export interface SignatureCheck {
  readonly name: 'headers' | 'timestamp' | 'signature';
  readonly passed: boolean;
  /** What was found, in a sentence. */
  readonly text: string;
}

/** Deliveries of one lane go to one endpoint: they share its secret, and its share of what is sent at once. */
export function laneOf(place: { organization: string; api: string; version: string }, endpoint: string): string {
  return endpoint === ownEndpoint || endpoint === inboxEndpoint
    ? `${place.organization}/${endpoint}`
    : `${place.organization}/${place.api}/${place.version}/${endpoint}`;
}

/** The one address that an organization may give to the portal itself. */
export const ownEndpoint = 'own';
/** Where an event goes that nobody else gets. */
export const inboxEndpoint = 'inbox';

/** An address of the built-in inbox. It is a name that is kept for examples (RFC 2606): no request ever leaves for it. */
export const inboxUrl = 'https://inbox.example/webhooks';

/**
 * Whether deliveries to this address go to the built-in inbox. Names for examples and tests lead nowhere (RFC 2606, RFC 6761),
 * and stand in most contracts' examples: what is sent there is shown instead of lost.
 */
export function isForInbox(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/\.$/, '') ?? '';
  return /(?:^|\.)(?:example|invalid|test|example\.(?:com|net|org))$/.test(host);
}
