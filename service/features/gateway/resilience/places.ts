import type { Timing } from './timing.ts';

export interface PlacesRules {
  /** How many requests may be under way at once. */
  readonly atOnce: number;
  /** How many more may wait for a place. */
  readonly waiting: number;
  /** How long each of them waits. */
  readonly waitSeconds: number;
}

/** Gives a place back; more than once does no harm. */
export type Leave = () => void;

export interface Places {
  /** A place, at once or when its turn comes; null where there is none in time, or the client has gone away. */
  readonly take: (gone: AbortSignal) => Promise<Leave | null>;
  readonly state: () => PlacesState;
}

export interface PlacesState {
  readonly taken: number;
  readonly most: number;
  /** How many wait for one. */
  readonly waiting: number;
}

/**
 * A bulkhead: so many requests under way, a short line behind them, first come first served. What is beyond is refused at once, so that
 * whatever hangs behind it costs a known number of connections and bodies.
 */
export function places({ atOnce, waiting, waitSeconds }: PlacesRules, timing: Timing): Places {
  let taken = 0;
  const line = new Set<(leave: Leave | null) => void>();

  const leaveOnce = (): Leave => {
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      const [next] = line;
      if (next) next(leaveOnce());
      else taken -= 1;
    };
  };
  const wait = (gone: AbortSignal): Promise<Leave | null> =>
    new Promise((resolve) => {
      const settle = (leave: Leave | null): void => {
        line.delete(settle);
        takeBack();
        gone.removeEventListener('abort', giveUp);
        resolve(leave);
      };
      const giveUp = (): void => settle(null);
      const takeBack = timing.after(waitSeconds * 1000, giveUp);
      gone.addEventListener('abort', giveUp);
      line.add(settle);
    });
  return {
    state: () => ({ taken, most: atOnce, waiting: line.size }),
    async take(gone) {
      if (gone.aborted) return null;
      if (taken < atOnce) {
        taken += 1;
        return leaveOnce();
      }
      return line.size < waiting ? wait(gone) : null;
    },
  };
}
