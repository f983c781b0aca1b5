import type { JourneyConfig } from '../../../contract/portal-config';
import { portalAt } from '../../portal-client';
import { pageLoadMemory } from '../console/call';
import { FirstCallLive } from './FirstCallLive';
import type { NextThing } from './FirstCallFooter.view';
import { loadOperation } from './load-operation';

export interface WiredFirstCallProps {
  readonly journey: JourneyConfig;
  readonly serviceUrl: string;
  readonly next: readonly NextThing[];
  readonly startWith: string | null;
}

/** The journey wired to the service; loaded when it comes into view. */
export function WiredFirstCall({ serviceUrl, ...rest }: WiredFirstCallProps) {
  const { client, keys } = portalAt(serviceUrl);
  const ports = { serviceUrl, client, keys, memory: pageLoadMemory, fetch: fetchFromPage, loadOperation };
  return <FirstCallLive {...rest} ports={ports} />;
}

function fetchFromPage(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}
