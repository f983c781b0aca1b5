import { useSyncExternalStore } from 'react';
import type { SessionState } from './session';
import { sessionAt } from './session-at';

const unknown: SessionState = { kind: 'unknown' };

/** Who is signed in, kept up to date. It is asked once for all parts of the page. */
export function useSession(serviceUrl: string): SessionState {
  return useSyncExternalStore(
    (listener) => sessionAt(serviceUrl).subscribe(listener),
    () => sessionAt(serviceUrl).state(),
    () => unknown,
  );
}

/** The initials of who was here last, until it is known who is. */
export function useRecalledInitials(serviceUrl: string): string | null {
  return useSyncExternalStore(
    (listener) => sessionAt(serviceUrl).subscribe(listener),
    () => sessionAt(serviceUrl).recalled(),
    () => null,
  );
}
