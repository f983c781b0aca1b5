import type { Clock } from '../../platform/clock.ts';
import type { WebhookTrouble } from './deliveries-of.ts';
import { type Attempt, type Delivery, isForInbox } from './delivery.ts';
import { ensureLane, type Random } from './lanes.ts';
import { decideNext, type RetryRules, type Verdict } from './retry.ts';
import type { Send } from './send.ts';
import { checkSignature, signedHeaders } from './signature.ts';
import { type Lane, secretsOf, type WebhookStore } from './webhook-store.ts';

export interface AttemptDeps {
  readonly store: WebhookStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly rules: RetryRules;
  readonly sendOut: Send;
  readonly sendToInbox: Send;
  readonly troubleOf: (organization: string) => Promise<WebhookTrouble>;
  /** Tells the sandbox that an endpoint is disabled, if it is to be. */
  readonly endpointFailed: (delivery: Delivery, lane: Lane, verdict: Verdict) => Promise<void>;
}

/** Sends a delivery once, and notes what came of it and what is next. */
export async function attemptDelivery(delivery: Delivery, deps: AttemptDeps): Promise<Verdict> {
  const { store, clock, random, rules } = deps;
  const startedAt = clock.now();
  const lane = await ensureLane(store, delivery, undefined, startedAt, random);
  const { clockSkewSeconds } = await deps.troubleOf(delivery.organization);
  const secrets = secretsOf(lane, startedAt);
  const stated = new Date(startedAt.getTime() + clockSkewSeconds * 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Portolan-Sandbox-Webhooks/1',
    ...signedHeaders(delivery.message, stated, delivery.body, secrets),
  };
  const send = isForInbox(delivery.url) ? deps.sendToInbox : deps.sendOut;
  const answer = await send(delivery.url, headers, delivery.body);
  const now = clock.now();
  const attempt: Attempt = {
    number: delivery.attempts + 1,
    at: startedAt,
    durationMs: now.getTime() - startedAt.getTime(),
    requestHeaders: headers,
    checks: checkSignature(headers, delivery.body, secrets, startedAt),
    answer,
  };
  const verdict = decideNext(answer, attempt.number, now, rules, (random(1)[0] ?? 0) / 255);
  await store.settle(delivery.id, attempt, {
    state: verdict.kind === 'retry' ? 'waiting' : verdict.kind === 'delivered' ? 'delivered' : 'failed',
    note: verdict.kind === 'delivered' ? null : verdict.note,
    nextAt: verdict.kind === 'retry' ? verdict.at : null,
  });
  await noteHealth(delivery, lane, verdict, now, deps);
  return verdict;
}

async function noteHealth(
  delivery: Delivery,
  lane: Lane,
  verdict: Verdict,
  now: Date,
  { store, endpointFailed }: AttemptDeps,
): Promise<void> {
  const failingSince = verdict.kind === 'delivered' ? null : (lane.failingSince ?? now);
  if (failingSince !== lane.failingSince) await store.noteFailing(delivery.lane, failingSince);
  if (verdict.kind !== 'delivered') await endpointFailed(delivery, { ...lane, failingSince }, verdict);
}
