import type { JourneyConfig } from '../../../../contract/portal-config';
import type { JourneyProgress } from '../../../portal-client';

type Step = JourneyProgress['steps'][number];

/** The steps that wait for the team: to be reviewed, begun, and not given back. */
export function reviewsToDo({ steps }: JourneyProgress, journey: JourneyConfig | undefined): readonly Step[] {
  const reviews = new Set(journey?.steps.filter(({ proof }) => proof.kind === 'review').map(({ id }) => id));
  return steps.filter(({ id, state, may_start: mayStart, returned }) => {
    return reviews.has(id) && state !== 'proven' && mayStart === true && returned === undefined;
  });
}
