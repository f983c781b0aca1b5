import { useMemo } from 'react';
import type { JourneyConfig } from '../../../contract/portal-config';
import { createJourneyCalls, journeyBySession, portalAt } from '../../portal-client';
import { useSession } from '../../portal-client/session';
import { pageLoadMemory } from '../console/call';
import { FirstCallLive } from './FirstCallLive';
import type { NextThing } from './FirstCallFooter.view';
import { loadOperation } from './load-operation';

export interface WiredFirstCallProps {
  readonly journey: JourneyConfig;
  readonly serviceUrl: string;
  readonly next: readonly NextThing[];
  readonly startWith: string | null;
  readonly onStarted: () => void;
}

/** The journey wired to the service; loaded when it comes into view. It begins anew when somebody else is at the browser. */
export function WiredFirstCall({ serviceUrl, startWith, ...rest }: WiredFirstCallProps) {
  const { client, keys } = portalAt(serviceUrl);
  const session = useSession(serviceUrl);
  const organization = session.kind === 'person' ? session.session.organization : null;
  // A viewer tries things out as a guest does.
  const member = organization && organization.role !== 'viewer' ? organization.id : null;
  const standing = useMemo(() => {
    const calls = createJourneyCalls(serviceUrl, fetchFromPage);
    return member === null ? null : journeyBySession(rest.journey.id, calls);
  }, [serviceUrl, member, rest.journey.id]);
  const keyPath = member === null ? ('/api/v1/guest-keys' as const) : ('/api/v1/session-keys' as const);
  const ports = {
    serviceUrl,
    client,
    keys,
    standing,
    keyPath,
    memory: pageLoadMemory,
    fetch: fetchFromPage,
    loadOperation,
  };
  return (
    <FirstCallLive
      key={member ?? 'guest'}
      {...rest}
      startWith={session.kind === 'unknown' ? null : startWith}
      ports={ports}
    />
  );
}

function fetchFromPage(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  return fetch(url, init);
}
