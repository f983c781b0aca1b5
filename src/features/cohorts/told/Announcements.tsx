import { useMemo } from 'react';
import { createAnnouncementCalls } from '../../../portal-client';
import { useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { AnnouncementBoard } from './AnnouncementBoard';

/** What the team told the partner that the session acts for. Nothing at all where there is nothing. */
export function Announcements() {
  const { serviceUrl } = usePortalFields();
  const state = useSession(serviceUrl);
  const organization = state.kind === 'person' ? state.session.organization : null;
  return organization === null ? null : <Wired key={organization.id} serviceUrl={serviceUrl} />;
}

/** In the browser only: the page's HTML is made where nobody is signed in. */
function Wired({ serviceUrl }: { readonly serviceUrl: string }) {
  const calls = useMemo(() => createAnnouncementCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <AnnouncementBoard calls={calls} />;
}
