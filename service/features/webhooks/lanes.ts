import { shiftTime } from '../../../contract/x-sandbox/index.ts';
import type { EndpointRules } from '../../../contract/x-sandbox/index.ts';
import { newSecret } from './signature.ts';
import type { Lane, WebhookStore } from './webhook-store.ts';

export type Random = (bytes: number) => Uint8Array;

/** The lane of an endpoint, with a secret; made now where nothing was sent there before. */
export async function ensureLane(
  store: WebhookStore,
  place: { readonly lane: string; readonly organization: string },
  secret: string | undefined,
  now: Date,
  random: Random,
): Promise<Lane> {
  const kept = await store.lane(place.lane);
  if (kept !== null) return kept;
  const lane: Lane = {
    secret: secret ?? newSecret(random),
    previous: null,
    url: null,
    failingSince: null,
    createdAt: now,
  };
  await store.saveLane(place.lane, place.organization, lane);
  return lane;
}

/** As long as Standard Webhooks' examples have two signatures. */
const defaultRotation = { years: 0, months: 0, days: 1, hours: 0, minutes: 0, seconds: 0 };

/** The lane with a new secret; the old one is signed with for a while. */
export function rotated(lane: Lane, rotation: EndpointRules['rotation'], now: Date, random: Random): Lane {
  const until = shiftTime(now, rotation ?? defaultRotation, 1);
  return { ...lane, secret: newSecret(random), previous: { secret: lane.secret, until } };
}
