import type { Exchange } from '../../traffic/index.ts';
import type { ReceivedDelivery } from '../../webhooks/index.ts';
import { type Decision, inOrder, isOf, isWell, notYet, shortName } from './decision.ts';

/** How long a receiver has to act a second time before it is believed that it does not. */
export const settleMs = 5000;

/** A signed webhook that an address of the network answered with 2XX. */
export function decideWebhookVerified(api: string, deliveries: readonly ReceivedDelivery[]): Decision {
  const first = deliveries.find((one) => isFor(one, api));
  if (first !== undefined) return { kind: 'proven', exchanges: [], deliveries: [first] };
  return notYet('No webhook was answered with 2XX by an address of yours yet. Register one, then send a test event.');
}

/**
 * An event that came twice and was acknowledged twice. What a receiver does within itself cannot be seen: that it acted once is seen by
 * its requests about what the event speaks of. `actsBy` was sent after the first delivery and not after the second; without it, no
 * operation was sent after both.
 */
export function decideWebhookDuplicate(
  proof: { readonly api: string; readonly actsBy?: string },
  deliveries: readonly ReceivedDelivery[],
  exchanges: readonly Exchange[],
  now: Date,
): Decision {
  const own = deliveries
    .filter((one) => isFor(one, proof.api))
    .toSorted((a, b) => Number(a.receivedAt) - Number(b.receivedAt));
  let missing = 'No event came twice yet. Switch the scenario "duplicate-webhooks" on, and let something happen.';
  for (const same of Map.groupBy(own, ({ message, endpoint }) => `${endpoint} ${message}`).values()) {
    const [first, second] = same;
    if (first === undefined || second === undefined) continue;
    const acts = inOrder(exchanges).filter((one) => isWell(one) && isAbout(one, first, proof));
    const before = acts.filter(({ at }) => at >= first.receivedAt && at < second.receivedAt);
    const after = acts.filter(
      ({ at }) => at >= second.receivedAt && Number(at) <= Number(second.receivedAt) + settleMs,
    );
    const repeated = after.find(
      (one) => proof.actsBy !== undefined || before.some((other) => other.operation === one.operation),
    );
    if (repeated !== undefined)
      missing = `${repeated.operation ?? 'A request'} was sent again after the second delivery. Remember the webhook-id of what you worked on.`;
    else if (proof.actsBy !== undefined && before.length === 0)
      missing = `The event was acknowledged twice, and no ${shortName(proof.actsBy)} came after the first.`;
    else if (Number(now) < Number(second.receivedAt) + settleMs)
      missing = `The second delivery was acknowledged. In ${settleMs / 1000} s it is known whether it was acted on again.`;
    else return { kind: 'proven', exchanges: before.slice(0, 5), deliveries: [first, second] };
  }
  return notYet(missing);
}

const isFor = ({ api, version }: ReceivedDelivery, name: string): boolean => `${api}/${version}` === name;

function isAbout(
  exchange: Exchange,
  { body }: ReceivedDelivery,
  { api, actsBy }: { api: string; actsBy?: string },
): boolean {
  if (actsBy === undefined ? !isOf({ ...exchange, operation: null }, api) : !isOf(exchange, actsBy)) return false;
  return exchange.resource !== null && body.includes(JSON.stringify(exchange.resource));
}
