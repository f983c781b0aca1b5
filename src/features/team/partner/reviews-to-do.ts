import type { JourneyConfig } from '../../../../contract/portal-config';
import type { JourneyProgress } from '../../../portal-client';

type Step = JourneyProgress['steps'][number];

/** The steps that the team may review now: those that were given back wait for the partner, and for another look when they are ready. */
export function reviewsToDo({ steps }: JourneyProgress, journey: JourneyConfig | undefined): readonly Step[] {
  const reviews = new Set(journey?.steps.filter(({ proof }) => proof.kind === 'review').map(({ id }) => id));
  return steps.filter(
    ({ id, state, may_start: mayStart }) => reviews.has(id) && state !== 'proven' && mayStart === true,
  );
}
