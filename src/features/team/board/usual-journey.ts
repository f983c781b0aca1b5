import type { JourneyConfig } from '../../../../contract/portal-config';

/** The journey that a board begins with: the first that leads to a launch. */
export function usualJourney(journeys: readonly JourneyConfig[]): string {
  const launching = journeys.find(({ steps }) => steps.some(({ launch }) => launch === true));
  return (launching ?? journeys[0])?.id ?? '';
}
