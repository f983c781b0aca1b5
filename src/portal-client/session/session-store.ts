import { initialsOf, isSameSession, sessionStateOf, type SessionState } from './session';

export interface SessionStoreDeps {
  /** Asks the service; rejects where it could not be asked. */
  readonly read: () => Promise<Parameters<typeof sessionStateOf>[0]>;
  /** What this browser remembers of the person for the next page's first paint; null for a guest. */
  readonly memory: { readonly recall: () => string | null; readonly keep: (initials: string | null) => void };
  /** Tells this browser's other tabs that somebody signed in or out. */
  readonly announce: () => void;
  readonly now: () => number;
}

export interface SessionStore {
  state(): SessionState;
  /** The initials of who was here last, until it is known who is; null where nobody was. */
  recalled(): string | null;
  subscribe(listener: () => void): () => void;
  /** Asks the service: after signing in or out, and after a change of organization. An older question's answer no longer counts. */
  refresh(): Promise<SessionState>;
  /** For another tab's announcement: asks without announcing it in turn. */
  hear(): Promise<SessionState>;
  /** Asks where nobody has asked for so long. */
  refreshAfter(milliseconds: number): void;
}

/** The one session of a page visit. A failure keeps what was known. */
export function createSessionStore({ read, memory, announce, now }: SessionStoreDeps): SessionStore {
  let state: SessionState = { kind: 'unknown' };
  let question = 0;
  let askedAt = -Infinity;
  const listeners = new Set<() => void>();

  async function ask(tell: boolean): Promise<SessionState> {
    const mine = ++question;
    askedAt = now();
    const found = await read().then(sessionStateOf, () => null);
    if (mine !== question) return state;
    if (found === null) {
      if (state.kind === 'unknown') become({ kind: 'unreached' });
      return state;
    }
    const wasKnown = state.kind === 'guest' || state.kind === 'person';
    const isNews = wasKnown ? !isSameSession(state, found) : (memory.recall() !== null) !== (found.kind === 'person');
    memory.keep(found.kind === 'person' ? initialsOf(found.session.person.name) : null);
    become(found);
    if (tell && isNews) announce();
    return found;
  }

  function become(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  return {
    state: () => state,
    recalled: () => memory.recall(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => ask(true),
    hear: () => ask(false),
    refreshAfter(milliseconds) {
      if (now() - askedAt >= milliseconds) void ask(true);
    },
  };
}
