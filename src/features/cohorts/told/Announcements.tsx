import { useMemo } from 'react';
import { createAnnouncementCalls } from '../../../portal-client';
import { useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { AnnouncementBoard } from './AnnouncementBoard';

/** What the team told the partner that the session acts for. Nothing at all where there is nothing. */
export function Announcements() {
  const { serviceUrl } = usePortalFields();
  const state = useSession(serviceUrl);
  const calls = useMemo(() => createAnnouncementCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const organization = state.kind === 'person' ? state.session.organization : null;
  return organization === null ? null : <AnnouncementBoard key={organization.id} calls={calls} />;
}
