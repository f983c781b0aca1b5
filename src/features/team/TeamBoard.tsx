import { useMemo } from 'react';
import { useHistory, useLocation } from '@docusaurus/router';
import { createPartnerCalls } from '../../portal-client';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Board } from './board/Board';
import { readBoardFilters, writeBoardFilters } from './board/board-filters';
import { usualJourney } from './board/usual-journey';
import { StaffOnly } from './StaffOnly';
import { TeamPage } from './TeamPage';

/** `/team`: the board of a journey, for the staff. */
export function TeamBoard() {
  return (
    <TeamPage title="Board" lead="Who is at which step, since when, and what stopped them.">
      <StaffOnly>{(_, serviceUrl) => <WiredBoard serviceUrl={serviceUrl} />}</StaffOnly>
    </TeamPage>
  );
}

function WiredBoard({ serviceUrl }: { readonly serviceUrl: string }) {
  const { journeys } = usePortalFields();
  const { search } = useLocation();
  const history = useHistory();
  const calls = useMemo(() => createPartnerCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const usual = usualJourney(journeys);
  if (journeys.length === 0) {
    return (
      <p>
        This portal has no journeys: they are declared under <code>journeys</code> in <code>portal.config.ts</code>.
      </p>
    );
  }
  return (
    <Board
      calls={calls}
      journeys={journeys}
      filters={readBoardFilters(search, usual)}
      onFilter={(filters) => history.replace({ search: writeBoardFilters(filters, usual) })}
    />
  );
}
