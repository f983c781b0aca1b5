import { useMemo } from 'react';
import { createPeopleCalls } from '../../portal-client';
import { StaffOnly, TeamPage } from '../team';
import { PeopleBoard } from './PeopleBoard';

/** `/team/people`: who waits to be let in, and who belongs to the team. */
export function TeamPeople() {
  return (
    <TeamPage title="People" lead="Who waits to be let in, and who belongs to the team that runs this portal.">
      <StaffOnly>{({ person }, serviceUrl) => <Wired serviceUrl={serviceUrl} self={person.id} />}</StaffOnly>
    </TeamPage>
  );
}

function Wired({ serviceUrl, self }: { readonly serviceUrl: string; readonly self: string }) {
  const calls = useMemo(() => createPeopleCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <PeopleBoard calls={calls} self={self} />;
}
