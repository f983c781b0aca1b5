import { useEffect, useRef } from 'react';
import type { FollowedJourney, JourneyState } from './followed-journey';
import { useFollowedJourney } from './use-journey';

export interface JourneyFollowerProps {
  readonly followed: FollowedJourney;
  readonly onState: (state: JourneyState) => void;
}

/** Follows a progress for as long as it is on the page; it shows nothing itself. */
export function JourneyFollower({ followed, onState }: JourneyFollowerProps) {
  const state = useFollowedJourney(followed);
  const tell = useRef(onState);
  useEffect(() => {
    tell.current = onState;
  });
  useEffect(() => tell.current(state), [state]);
  return null;
}
