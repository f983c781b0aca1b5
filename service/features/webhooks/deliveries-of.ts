import { type Delivery, type DeliveryCause, inboxEndpoint, inboxUrl, laneOf, ownEndpoint } from './delivery.ts';
import { type Endpoint, takes } from './endpoints.ts';
import type { WebhookEvent } from './event.ts';

/** Where an event may go. */
export interface Address {
  readonly endpoint: string;
  readonly url: string;
}

export interface DeliveryPlace {
  readonly organization: string;
  readonly api: string;
  readonly version: string;
}

/** What a partner asked for, to prove that its receiver copes. */
export interface WebhookTrouble {
  /** How often each delivery is made. */
  readonly copies: number;
  /** The longest time for which one is held back. */
  readonly heldBackSeconds: number;
  /** How far `webhook-timestamp` is off. */
  readonly clockSkewSeconds: number;
}

export const noTrouble: WebhookTrouble = { copies: 1, heldBackSeconds: 0, clockSkewSeconds: 0 };

/** Every endpoint that takes the type and the organization's own address; where there is neither, the inbox. */
export function addressesFor(type: string, endpoints: readonly Endpoint[], ownUrl: string | null): readonly Address[] {
  const taking = endpoints.filter((endpoint) => takes(endpoint, type)).map(({ id, url }) => ({ endpoint: id, url }));
  const all = ownUrl === null ? taking : [...taking, { endpoint: ownEndpoint, url: ownUrl }];
  return all.length > 0 ? all : [{ endpoint: inboxEndpoint, url: inboxUrl }];
}

/** How much later each further copy comes. */
const copyAfterMs = 1500;

/** An event on its way to one address; several times or held back where the partner asked for it. `chance` is from 0 to 1. */
export function deliveriesOf(
  place: DeliveryPlace,
  event: WebhookEvent,
  { endpoint, url }: Address,
  cause: DeliveryCause,
  given: { now: Date; newId: () => string; trouble: WebhookTrouble; chance: number },
): readonly Delivery[] {
  const { now, newId, trouble, chance } = given;
  const delayMs = Math.round(trouble.heldBackSeconds * 1000 * chance);
  return Array.from({ length: trouble.copies }, (_, copy) => ({
    ...place,
    id: newId(),
    endpoint,
    lane: laneOf(place, endpoint),
    url,
    message: event.message,
    type: event.type,
    cause: copy === 0 ? cause : 'duplicate',
    body: JSON.stringify(event.payload),
    state: 'waiting',
    attempts: 0,
    lastStatus: null,
    note: noteOf(copy, delayMs),
    createdAt: now,
    nextAt: new Date(now.getTime() + delayMs + copy * copyAfterMs),
  }));
}

function noteOf(copy: number, delayMs: number): string | null {
  if (copy > 0) return `Copy ${copy + 1}: you switched "duplicate webhooks" on.`;
  return delayMs > 0 ? `Held back for ${Math.ceil(delayMs / 1000)} s: you switched "webhooks out of order" on.` : null;
}
