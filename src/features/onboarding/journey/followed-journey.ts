import { followJourney, type JourneyProgress, type JourneySource, type PortalProblem } from '../../../portal-client';
import { tickWords } from './step-view';

export interface JourneyState {
  readonly progress: JourneyProgress | null;
  /** Why the progress may be late. */
  readonly problem: PortalProblem | null;
  /** What ticked last, for who does not see it. */
  readonly said: string;
}

/** One organization's progress on one journey, shared by all that show it on a page. */
export interface FollowedJourney {
  readonly state: () => JourneyState;
  /** The first listener begins to follow, the last one to leave ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** What an answer to something that one did here says. */
  readonly take: (progress: JourneyProgress) => void;
}

/** Whether the page is looked at, and how to hear of it. */
export interface Looking {
  isVisible(): boolean;
  subscribe(listener: () => void): () => void;
}

const nothing: JourneyState = { progress: null, problem: null, said: '' };
/** A page in the background gives its connection back: a browser has six for a site. */
const keptInBackgroundMs = 30_000;

export function createFollowedJourney(source: JourneySource, looking: Looking): FollowedJourney {
  let state = nothing;
  let following: AbortController | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let endLooking: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function become(next: Partial<JourneyState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function take(progress: JourneyProgress): void {
    become({ progress, problem: null, said: tickWords(state.progress, progress) || state.said });
  }

  function follow(): void {
    clearTimeout(leaving);
    if (following !== null) return;
    const mine = new AbortController();
    following = mine;
    const listener = { onProgress: take, onProblem: (problem: PortalProblem) => become({ problem }) };
    void followJourney(source, listener, mine.signal);
  }

  function end(): void {
    clearTimeout(leaving);
    following?.abort();
    following = null;
  }

  function look(): void {
    clearTimeout(leaving);
    if (looking.isVisible()) follow();
    else leaving = setTimeout(end, keptInBackgroundMs);
  }

  return {
    state: () => state,
    take,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        endLooking = looking.subscribe(look);
        if (looking.isVisible()) follow();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        endLooking?.();
        end();
      };
    },
  };
}
