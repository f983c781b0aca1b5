import { useHistory, useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type { JourneyConfig } from '../../../../contract/portal-config';
import { usePortalFields } from '../../../portal-client/use-portal-fields';

/** The journeys of this portal, and the one that the page's address names: `?journey=issuer-launch`; without it, the first that launches. */
export function useChosenJourney(): {
  readonly journeys: readonly JourneyConfig[];
  readonly chosen: JourneyConfig | undefined;
  readonly choose: (journey: string) => void;
} {
  const { journeys } = usePortalFields();
  const { search, pathname } = useLocation();
  const history = useHistory();
  // The page is served without its query.
  const named = useIsBrowser() ? new URLSearchParams(search).get('journey') : null;
  const launching = journeys.find(({ steps }) => steps.some(({ launch }) => launch === true));
  const chosen = journeys.find(({ id }) => id === named) ?? launching ?? journeys[0];
  return {
    journeys,
    chosen,
    choose: (journey) => history.replace({ pathname, search: `?journey=${encodeURIComponent(journey)}` }),
  };
}
