import { useSyncExternalStore } from 'react';
import { createJourneyCalls, journeyByKey, journeyBySession, portalAt } from '../../../portal-client';
import { createFollowedJourney, type FollowedJourney, type JourneyState, type Looking } from './followed-journey';

const followed = new Map<string, FollowedJourney>();

const pageIsLookedAt: Looking = {
  isVisible: () => document.visibilityState === 'visible',
  subscribe(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

/** Whose progress: an organization's by the session, or the guest's of this browser by their key. */
export type Whose = { readonly kind: 'organization'; readonly id: string } | { readonly kind: 'guest' };

/** The one of this page visit. To be called in the browser only. */
export function journeyAt(serviceUrl: string, journey: string, whose: Whose): FollowedJourney {
  const name = [serviceUrl, journey, whose.kind === 'guest' ? whose.kind : whose.id].join(' ');
  const known = followed.get(name);
  if (known) return known;
  const source =
    whose.kind === 'guest'
      ? journeyByKey(journey, portalAt(serviceUrl))
      : journeyBySession(
          journey,
          createJourneyCalls(serviceUrl, (request) => fetch(request)),
        );
  const made = createFollowedJourney(source, pageIsLookedAt);
  followed.set(name, made);
  return made;
}

const nothing: JourneyState = { progress: null, problem: null, said: '' };

export function useFollowedJourney(journey: FollowedJourney): JourneyState {
  return useSyncExternalStore(journey.subscribe, journey.state, () => nothing);
}
