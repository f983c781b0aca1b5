import { useMemo } from 'react';
import { useLocation } from '@docusaurus/router';
import { createCohortCalls } from '../../portal-client';
import { StaffOnly, TeamPage } from '../team';
import { CohortList } from './CohortList';
import { CohortBoard } from './one/CohortBoard';

/** `/team/cohorts`: all cohorts; with `?cohort=…` one of them. */
export function TeamCohorts() {
  const { search } = useLocation();
  const cohort = new URLSearchParams(search).get('cohort');
  return (
    <TeamPage
      title="Cohorts"
      lead="Partners that go through one journey together: invite them, tell them, see them launch."
    >
      <StaffOnly>{(_, serviceUrl) => <Wired serviceUrl={serviceUrl} cohort={cohort} />}</StaffOnly>
    </TeamPage>
  );
}

function Wired({ serviceUrl, cohort }: { readonly serviceUrl: string; readonly cohort: string | null }) {
  const calls = useMemo(() => createCohortCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  if (cohort === null) return <CohortList calls={calls} />;
  return <CohortBoard key={cohort} calls={calls} serviceUrl={serviceUrl} id={cohort} />;
}
