import { useState } from 'react';
import { type Membership, useSession } from '../../../portal-client/session';
import type { Whose } from './use-journey';

/** Who is on the way, as far as the page knows. */
export type Traveller =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreached' }
  /** Somebody without an account; `isGoing`: they go on without one. */
  | { readonly kind: 'guest'; readonly isGoing: boolean }
  /** Somebody who is signed in and belongs to no organization yet. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'member'; readonly organization: Membership };

const guestMemory = 'portolan.guest-journey';

/** Who looks at the journey, and how a guest goes on. The choice is kept for this tab's visit. */
export function useTraveller(serviceUrl: string): { readonly traveller: Traveller; readonly goOnAsGuest: () => void } {
  const session = useSession(serviceUrl);
  const [chosen, setChosen] = useState(false);
  const goOnAsGuest = (): void => {
    setChosen(true);
    remember();
  };
  if (session.kind === 'guest') return { traveller: { kind: 'guest', isGoing: chosen || isRemembered() }, goOnAsGuest };
  if (session.kind !== 'person') return { traveller: { kind: session.kind }, goOnAsGuest };
  const { organization } = session.session;
  return { traveller: organization ? { kind: 'member', organization } : { kind: 'alone' }, goOnAsGuest };
}

/** Whose progress they see; null where there is none to see. */
export function whoseProgress(traveller: Traveller): Whose | null {
  if (traveller.kind === 'member') return { kind: 'organization', id: traveller.organization.id };
  return traveller.kind === 'guest' && traveller.isGoing ? { kind: 'guest' } : null;
}

/** Storage may be closed to this site: then the choice ends with the page. */
function isRemembered(): boolean {
  try {
    return sessionStorage.getItem(guestMemory) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    sessionStorage.setItem(guestMemory, '');
  } catch {
    // As in `isRemembered`.
  }
}
