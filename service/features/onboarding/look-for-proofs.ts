import type { JourneyConfig, JourneyStepConfig, RecordProofConfig } from '../../../contract/portal-config.ts';
import { type Exchange, toExchangeJson } from '../traffic/index.ts';
import type { ReceivedDelivery } from '../webhooks/index.ts';
import type { JourneyRecord } from './journey-record.ts';
import { decideProof } from './proofs/decide-proof.ts';
import { type Decision, type NotYet, skewMs } from './proofs/decision.ts';

export interface Found {
  readonly proven: readonly JourneyRecord[];
  /** What is missing, by step. */
  readonly missing: ReadonlyMap<string, NotYet>;
}

export interface LookedAt {
  readonly exchanges: readonly Exchange[];
  readonly deliveries: readonly ReceivedDelivery[];
  readonly now: Date;
}

/** A step with the definition that its proof would be by. */
export interface OpenStep {
  readonly step: JourneyStepConfig & { readonly proof: RecordProofConfig };
  readonly definition: string;
  /** Nothing earlier counts: it is to be shown again since then. */
  readonly since?: Date;
}

/**
 * Which open steps these records prove. A step that comes after others is proven only by what happened when they were: each proof may so
 * open the next, and it is looked again until none is found. Pure.
 */
export function lookForProofs(
  journey: JourneyConfig,
  provenAt: ReadonlyMap<string, Date>,
  open: readonly OpenStep[],
  { exchanges, deliveries, now }: LookedAt,
): Found {
  const at = new Map(provenAt);
  const proven: JourneyRecord[] = [];
  const missing = new Map<string, NotYet>();
  let left = open;
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const one of left) {
      const opened = opensAt(one.step, at);
      if (opened === null) continue;
      const since = Math.max(opened, Number(one.since ?? -Infinity)) - skewMs;
      const seen = exchanges.filter((exchange) => Number(exchange.at) >= since);
      const received = deliveries.filter(({ receivedAt }) => Number(receivedAt) >= since);
      const decision = decideProof(journey, one.step.proof, { exchanges: seen, deliveries: received, now });
      if (decision.kind === 'not-yet') {
        missing.set(one.step.id, decision);
        continue;
      }
      const record = recordOf(journey, one, decision, now);
      proven.push(record);
      at.set(one.step.id, record.at);
      isNew = true;
    }
    left = left.filter(({ step }) => !at.has(step.id));
  }
  for (const { step } of proven) missing.delete(step);
  return { proven, missing };
}

/** Since when what happens counts for a step, in milliseconds; null: not yet. */
export function opensAt({ after = [] }: JourneyStepConfig, provenAt: ReadonlyMap<string, Date>): number | null {
  const times = after.map((id) => provenAt.get(id));
  return times.some((time) => time === undefined) ? null : Math.max(-Infinity, ...times.map(Number));
}

function recordOf(
  journey: JourneyConfig,
  { step, definition }: OpenStep,
  { exchanges, deliveries = [] }: Decision & { kind: 'proven' },
  now: Date,
): JourneyRecord {
  const times = [...exchanges.map(({ at }) => at), ...deliveries.map(({ receivedAt }) => receivedAt)].map(Number);
  return {
    journey: journey.id,
    step: step.id,
    title: step.title,
    definition,
    at: times.length === 0 ? now : new Date(Math.max(...times)),
    isProven: true,
    evidence: {
      kind: 'records',
      exchanges: exchanges.map(toExchangeJson),
      deliveries: deliveries.map(({ id, message, type, url, status, receivedAt }) => ({
        ...{ id, message, type, url, status },
        received_at: receivedAt.toISOString(),
      })),
    },
  };
}
