/** Knows how long the turn of the event loop has lasted that is under way. */
export interface TurnWatch {
  /** To be asked once for each request that comes: whether this turn has begun so much that this one would wait long. */
  isLate(): boolean;
}

/** More than a request needs, and less than a client notices. */
const longestTurnMs = 25;
/** Fewer at once are no flood, however long each of them takes: they are all begun. */
const fewest = 100;

/**
 * A process that is given more than it can do handles one request after the other in a turn that does not end, while others wait in
 * their sockets. What is reached late in a turn is known to have waited; refusing it at once costs little, and the turn ends. A hundred are always begun.
 */
export function turnWatch(nowMs: () => number, longestMs = longestTurnMs, begunAtLeast = fewest): TurnWatch {
  let beganAt: number | null = null;
  let begun = 0;
  return {
    isLate() {
      const now = nowMs();
      if (beganAt !== null) {
        if (begun >= begunAtLeast && now - beganAt > longestMs) return true;
        begun += 1;
        return false;
      }
      beganAt = now;
      begun = 1;
      // Runs when all that was readable in this turn has been handled.
      setImmediate(() => (beganAt = null));
      return false;
    },
  };
}
