import { useMemo, useState } from 'react';
import { useHistory, useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { createTeamClient, usePortalFields } from '../../portal-client';
import { type DriftFilters, readFilters, writeFilters } from './drift-filters';
import { DriftList } from './DriftList';
import { keepTeamKey, keptTeamKey } from './team-key';
import { TeamKeyForm } from './TeamKeyForm.view';
import { TeamPage } from './TeamPage';

/** The page on which the team sees where answers break their contract. It asks for a team key first. */
export function TeamDrift() {
  return (
    <TeamPage
      title="Drift"
      lead="Where answers of your APIs are not as their contracts say, over all exchanges at the gateway."
    >
      {useIsBrowser() ? <WithKey /> : <NeedsScript />}
    </TeamPage>
  );
}

function WithKey() {
  const { serviceUrl } = usePortalFields();
  const client = useMemo(() => createTeamClient(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const [key, setKey] = useState(keptTeamKey);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { search } = useLocation();
  const history = useHistory();
  const filters = readFilters(search);
  const filter = (next: DriftFilters): void => history.replace({ search: writeFilters(next) });
  const take = (next: string | null, why: string | null = null): void => {
    keepTeamKey(next);
    setKey(next);
    setRefusal(why);
  };
  if (key === null) return <TeamKeyForm refusal={refusal} onKey={(next) => take(next)} />;
  return (
    <DriftList
      client={client}
      teamKey={key}
      filters={filters}
      onFilter={filter}
      onForget={() => take(null)}
      onRefused={(why) => take(null, why)}
    />
  );
}

/** Shown until the page has come to life, and where it does not. */
function NeedsScript() {
  return (
    <noscript>
      <p>
        This page needs JavaScript. On the portal’s machine, <code>npm run portal -- drift</code> prints the same list.
      </p>
    </noscript>
  );
}
