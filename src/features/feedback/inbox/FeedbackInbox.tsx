import { useMemo } from 'react';
import { createTeamFeedbackCalls } from '../../../portal-client';
import { StaffOnly, TeamPage } from '../../team';
import { Inbox } from './Inbox';

/** `/team/feedback`: what people said, for the staff. */
export function FeedbackInbox() {
  return (
    <TeamPage title="Feedback" lead="What readers and integrators say where they stand, the newest first.">
      <StaffOnly>{(_, serviceUrl) => <WiredInbox serviceUrl={serviceUrl} />}</StaffOnly>
    </TeamPage>
  );
}

function WiredInbox({ serviceUrl }: { readonly serviceUrl: string }) {
  const calls = useMemo(() => createTeamFeedbackCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <Inbox calls={calls} />;
}
