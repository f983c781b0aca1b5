import type { JourneyConfig, JourneyStepConfig, ProofConfig } from '../../../contract/portal-config.ts';
import { ProblemError } from '../../platform/problem.ts';

/** Throws `resource-not-found`, with those that there are. */
export function journeyOf(id: string, journeys: readonly JourneyConfig[]): JourneyConfig {
  const journey = journeys.find((candidate) => candidate.id === id);
  if (journey !== undefined) return journey;
  const known = journeys.map((candidate) => candidate.id).join(', ');
  throw new ProblemError('resource-not-found', {
    detail: `There is no journey ${id}. ${known === '' ? 'This portal has none.' : `There is: ${known}.`}`,
  });
}

/** A step of this kind; throws `resource-not-found` where the journey has no such step. */
export function stepOf<Kind extends ProofConfig['kind']>(journey: JourneyConfig, id: string, kind: Kind) {
  const step = journey.steps.find((candidate) => candidate.id === id);
  if (step?.proof.kind === kind) {
    return step as JourneyStepConfig & { readonly proof: Extract<ProofConfig, { kind: Kind }> };
  }
  const known = journey.steps.filter(({ proof }) => proof.kind === kind).map((candidate) => candidate.id);
  throw new ProblemError('resource-not-found', {
    detail: `The journey ${journey.id} has no step ${id} with a ${kind}. There is: ${known.join(', ') || 'none'}.`,
  });
}
