import type { Span } from './span.ts';

/** What `x-sandbox` says about webhooks, at the description and at each of them. */
export interface WebhookRules {
  /** Where integrators register addresses; undefined: nowhere, the portal keeps one address for them. */
  readonly endpoints: EndpointRules | undefined;
  /** What is created in this collection is sent as the webhook of its type. */
  readonly events: EventRules | undefined;
  /** Webhook's operationId → the operations after which it is sent. */
  readonly sentAfter: ReadonlyMap<string, readonly string[]>;
}

/** Names of members of an endpoint. */
export interface EndpointRules {
  /** The path of the collection, `/webhook-endpoints`. */
  readonly in: string;
  readonly url: string;
  readonly secret: string | undefined;
  /** A list of types; undefined: each endpoint gets every type. */
  readonly types: string | undefined;
  /** The value in the list that stands for every type. */
  readonly everyType: string | undefined;
  /** The member that tells whether it gets anything, and its two values; undefined: it always does. */
  readonly status: EndpointStatus | undefined;
  /** How long a secret that was replaced is signed with, too. */
  readonly rotation: Span | undefined;
  /** After so long without a success it is disabled. */
  readonly disabledAfter: Span | undefined;
}

export interface EndpointStatus {
  readonly member: string;
  readonly enabled: unknown;
  readonly disabled: unknown;
}

export interface EventRules {
  readonly in: string;
  /** The member that holds the type. */
  readonly type: string;
}

export const noWebhookRules: WebhookRules = { endpoints: undefined, events: undefined, sentAfter: new Map() };
