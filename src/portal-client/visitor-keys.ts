import type { GuestKey, PortalClient } from './create-portal-client';
import type { Outcome } from './problem';
import type { SessionState } from './session';

export interface VisitorKeysDeps {
  readonly client: Pick<PortalClient, 'createGuestKey' | 'createSessionKey'>;
  readonly session: {
    state(): SessionState;
    refresh(): Promise<SessionState>;
    subscribe(listener: () => void): unknown;
  };
}

export interface VisitorKeys {
  /** A sandbox key for whoever is at the browser: of their organization where they may have one, else of the guest. */
  readonly issue: () => Promise<Outcome<GuestKey>>;
  /** Calls the listener when a key that was issued is no longer that of whoever is at the browser. */
  readonly onChange: (listener: () => void) => void;
}

const guest = 'guest';

export function visitorKeys({ client, session }: VisitorKeysDeps): VisitorKeys {
  /** Whose key was asked for last; null before the first. */
  let issuedTo: string | null = null;
  return {
    async issue() {
      const known = session.state();
      const isAsked = known.kind === 'guest' || known.kind === 'person';
      const holder = keyHolder(isAsked ? known : await session.refresh());
      issuedTo = holder;
      if (holder === guest) return client.createGuestKey();
      const issued = await client.createSessionKey();
      // Signed out or made a viewer meanwhile: the session will tell, too.
      const isRefused = issued.kind === 'problem' && (issued.problem.status === 401 || issued.problem.status === 403);
      return isRefused ? client.createGuestKey() : issued;
    },
    onChange(listener) {
      session.subscribe(() => {
        const state = session.state();
        const isKnown = state.kind === 'guest' || state.kind === 'person';
        if (issuedTo === null || !isKnown || keyHolder(state) === issuedTo) return;
        issuedTo = null;
        listener();
      });
    },
  };
}

/** Whom a key is issued to: somebody who may change things for an organization, or the guest of this browser. */
function keyHolder(state: SessionState): string {
  const organization = state.kind === 'person' ? state.session.organization : null;
  if (state.kind !== 'person' || !organization || organization.role === 'viewer') return guest;
  return `${state.session.person.id} ${organization.id}`;
}
