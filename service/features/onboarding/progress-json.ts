import { toExchangeJson } from '../traffic/index.ts';
import type { JourneyProgress, StepProgress } from './journey-progress.ts';

/** `JourneyProgress` of `openapi/portal/v1.yaml`. */
export function toProgressJson(progress: JourneyProgress) {
  return { ...progress, steps: progress.steps.map(toStepJson) };
}

function toStepJson({ id, title, state, proof }: StepProgress) {
  if (proof === undefined) return { id, title, state };
  const exchange = proof.exchange && toExchangeJson(proof.exchange);
  return { id, title, state, proven_at: proof.at.toISOString(), ...(exchange && { exchange }) };
}
