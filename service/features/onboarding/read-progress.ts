import type { JourneyConfig, JourneyStepConfig } from '../../../contract/portal-config.ts';
import type { EvidenceQuery, Exchange } from '../traffic/index.ts';
import { type JourneyProgress, journeyProgress, type Proof } from './journey-progress.ts';
import { questionOf } from './step-evidence.ts';

/** Where onboarding gets its evidence: the traffic log, and the keys. */
export interface Evidence {
  findFirst(query: EvidenceQuery): Promise<Exchange | null>;
  subscribe(organization: string, listener: (exchange: Exchange) => void): () => void;
  firstKeyIssuedAt(organization: string): Promise<Date | null>;
}

export async function readProgress(
  journey: JourneyConfig,
  organization: string,
  evidence: Evidence,
): Promise<JourneyProgress> {
  const proofs = new Map<string, Proof>();
  for (const step of journey.steps) {
    const proof = await prove(journey, step, organization, evidence);
    if (proof !== null) proofs.set(step.id, proof);
  }
  return journeyProgress(journey, proofs);
}

async function prove(
  journey: JourneyConfig,
  step: JourneyStepConfig,
  organization: string,
  evidence: Evidence,
): Promise<Proof | null> {
  const question = questionOf(journey, step);
  if (question.kind === 'key-issued') {
    const at = await evidence.firstKeyIssuedAt(organization);
    return at && { at };
  }
  const exchange = await evidence.findFirst({ ...question.exchange, organization, after: question.after });
  return exchange && { at: exchange.at, exchange };
}
