import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { Exchange } from '../traffic/index.ts';

/** What proved a step: when, and by which exchange where it was one. */
export interface Proof {
  readonly at: Date;
  readonly exchange?: Exchange;
}

export interface StepProgress {
  readonly id: string;
  readonly title: string;
  readonly state: 'proven' | 'next' | 'waiting';
  readonly proof?: Proof;
}

export interface JourneyProgress {
  readonly journey: string;
  readonly title: string;
  readonly steps: readonly StepProgress[];
  readonly complete: boolean;
}

/**
 * Where an organization stands on a journey, given what proves its steps. Steps may be proven in any order; the first
 * that is not is the next one.
 */
export function journeyProgress(journey: JourneyConfig, proofs: ReadonlyMap<string, Proof>): JourneyProgress {
  const next = journey.steps.find((step) => !proofs.has(step.id));
  const steps = journey.steps.map(({ id, title }): StepProgress => {
    const proof = proofs.get(id);
    if (proof !== undefined) return { id, title, state: 'proven', proof };
    return { id, title, state: id === next?.id ? 'next' : 'waiting' };
  });
  return { journey: journey.id, title: journey.title, steps, complete: next === undefined };
}
