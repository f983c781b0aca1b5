import type { SignedIn } from './session';
import { createSessionStore, type SessionStore } from './session-store';

const stores = new Map<string, SessionStore>();

/** `docusaurus.config.ts` looks at the same name before the first paint. */
const memoryName = 'portolan.person';
const patienceMilliseconds = 15_000;
const freshMilliseconds = 30_000;

/** The one session of this page visit, at the service of that origin. To be called in the browser only. */
export function sessionAt(serviceUrl: string): SessionStore {
  const known = stores.get(serviceUrl);
  if (known) return known;
  const channel = new BroadcastChannel('portolan.session');
  const store = createSessionStore({
    read: async () => {
      const signal = AbortSignal.timeout(patienceMilliseconds);
      const answer = await fetch(`${serviceUrl}/api/v1/session`, { credentials: 'include', signal });
      if (!answer.ok) throw new Error(`The service answered ${answer.status}`);
      return (await answer.json()) as SignedIn;
    },
    memory: { recall, keep },
    announce: () => channel.postMessage(null),
    now: Date.now,
  });
  stores.set(serviceUrl, store);
  channel.onmessage = () => void store.hear();
  const look = () => document.visibilityState === 'visible' && store.refreshAfter(freshMilliseconds);
  addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  // Nothing of the page waits for it.
  (globalThis.requestIdleCallback ?? setTimeout)(look);
  return store;
}

/** Storage may be closed to this site: then a page begins as a guest's. */
function recall(): string | null {
  try {
    return localStorage.getItem(memoryName);
  } catch {
    return null;
  }
}

function keep(initials: string | null): void {
  document.documentElement.toggleAttribute('data-person', initials !== null);
  try {
    if (initials === null) localStorage.removeItem(memoryName);
    else localStorage.setItem(memoryName, initials);
  } catch {
    // As in `recall`.
  }
}
