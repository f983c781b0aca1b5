import { createPortalClient, type PortalClient } from './create-portal-client';
import { createGuestKeys, type GuestKeys } from './guest-keys';
import { sessionAt } from './session';
import { announceKeys } from './use-held-key';
import { visitorKeys } from './visitor-keys';

export interface Portal {
  readonly serviceUrl: string;
  readonly client: PortalClient;
  readonly keys: GuestKeys;
}

const portals = new Map<string, Portal>();

/** The one client and the one key of this page load. To be called in the browser only. */
export function portalAt(serviceUrl: string): Portal {
  const known = portals.get(serviceUrl);
  if (known) return known;
  const client = createPortalClient(serviceUrl, (request) => fetch(request));
  const visitor = visitorKeys({ client, session: sessionAt(serviceUrl) });
  const keys = createGuestKeys(visitor.issue, Date.now);
  visitor.onChange(keys.forget);
  const portal = { serviceUrl, client, keys };
  portals.set(serviceUrl, portal);
  announceKeys(serviceUrl, portal.keys);
  return portal;
}
