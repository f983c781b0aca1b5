import { ProblemError } from '../../platform/problem.ts';

/** A place for an answer that is held back. */
export interface Wait {
  /** Ends after so long, or when the client goes, or when the service stops. Says whether the client was still there. */
  for(ms: number, gone: AbortSignal): Promise<'over' | 'gone'>;
}

export interface Waits {
  /** Takes a place, before anything is done. Throws a problem where this sender, or all together, hold too many. */
  enter(sender: string): Wait;
  /** Gives a place back whose wait did not begin. */
  leave(wait: Wait): void;
  /** Ends all of them: the service stops. */
  endAll(): void;
}

/** Calls once after so long; what it returns takes that back. */
export type After = (ms: number, call: () => void) => () => void;

const mostOfOne = 50;
const mostOfAll = 2000;

/** Answers held back cost a timer and a connection each, and no place among the requests under way; there are so many at most. */
export function waits(after: After): Waits {
  const held = new Map<Wait, string>();
  const bySender = new Map<string, number>();
  const ends = new Set<() => void>();

  function leave(wait: Wait): void {
    const sender = held.get(wait);
    if (sender === undefined) return;
    held.delete(wait);
    const left = (bySender.get(sender) ?? 1) - 1;
    if (left === 0) bySender.delete(sender);
    else bySender.set(sender, left);
  }

  return {
    enter(sender) {
      const own = bySender.get(sender) ?? 0;
      if (own >= mostOfOne) throw tooMany('rate-limited', `${mostOfOne} of your requests are held back already`);
      if (held.size >= mostOfAll) throw tooMany('overloaded', 'The sandbox holds back as many requests as it can');
      const wait: Wait = {
        for: (ms, gone) =>
          new Promise((resolve) => {
            const end = () => {
              takeBack();
              gone.removeEventListener('abort', end);
              ends.delete(end);
              leave(wait);
              resolve(gone.aborted ? 'gone' : 'over');
            };
            const takeBack = after(ms, end);
            ends.add(end);
            if (gone.aborted) end();
            else gone.addEventListener('abort', end);
          }),
      };
      held.set(wait, sender);
      bySender.set(sender, own + 1);
      return wait;
    },
    leave,
    endAll() {
      for (const end of [...ends]) end();
    },
  };
}

function tooMany(code: 'rate-limited' | 'overloaded', what: string): ProblemError {
  return new ProblemError(code, {
    detail: `${what}. Nothing was done: send fewer that wait at once.`,
    headers: { 'retry-after': '1' },
  });
}
