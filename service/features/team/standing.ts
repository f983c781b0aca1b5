import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { JourneyProgress } from '../onboarding/index.ts';

/** Where an organization stands on a journey, as the board keeps it. */
export interface Standing {
  readonly journey: string;
  /** The step that is next; null: there is none, the journey is complete. */
  readonly step: string | null;
  /** The latest progress: when a step was proven or given back; null: none yet. */
  readonly since: Date | null;
  readonly proven: number;
  readonly isComplete: boolean;
  /** How many steps wait for a review by the team. */
  readonly reviews: number;
  /** What is missing for the next step, in a sentence. */
  readonly missing: string | null;
}

const longestSentence = 500;

/** The standing in a progress. Pure. */
export function standingOf(journey: JourneyConfig, { steps, complete }: JourneyProgress): Standing {
  const next = steps.find(({ state }) => state === 'next');
  const times = steps.flatMap(({ state, record }) =>
    record !== undefined && (state === 'proven' || !record.isProven) ? [record.at.getTime()] : [],
  );
  return {
    journey: journey.id,
    step: next?.id ?? null,
    since: times.length === 0 ? null : new Date(Math.max(...times)),
    proven: steps.filter(({ state, isOptional }) => state === 'proven' && !isOptional).length,
    isComplete: complete,
    reviews: steps.filter((step) => waitsForReview(journey, step)).length,
    // PostgreSQL's text has no NUL and no half of a surrogate pair.
    missing: next?.missing?.slice(0, longestSentence).replaceAll('\0', '').toWellFormed() ?? null,
  };
}

/** Whether the team is to look at a step: it may be done now, and was not given back. */
export function waitsForReview(
  { steps }: JourneyConfig,
  { id, mayStart, record }: JourneyProgress['steps'][number],
): boolean {
  const isReview = steps.find((step) => step.id === id)?.proof.kind === 'review';
  return isReview && mayStart && (record === undefined || record.isProven);
}

/** How many steps there are to prove: all but the optional ones. */
export const neededSteps = ({ steps }: JourneyConfig): number =>
  steps.filter(({ optional }) => optional !== true).length;
