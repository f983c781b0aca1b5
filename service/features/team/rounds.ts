/** Who is to be looked at, so that the board stays true for those whom nobody looks at. */
export interface Rounds {
  /** Something happened at an organization. Costs a set's insertion. */
  readonly hear: (organization: string) => void;
  /** Begins; returns how to end it. */
  start(): () => Promise<void>;
}

export interface RoundsDeps {
  /** Looks at one organization. */
  readonly look: (organization: string) => Promise<void>;
  /** Everybody whom a round goes to. */
  readonly everybody: (isFirst: boolean) => Promise<readonly string[]>;
  readonly now: () => number;
  readonly log: { warn(details: object, message: string): void };
  readonly times?: Partial<RoundTimes>;
}

interface RoundTimes {
  /** So long after something happened is looked: what belongs together is seen at once. */
  readonly settleMs: number;
  /** Nobody is looked at more often. */
  readonly againAfterMs: number;
  /** A round to everybody whose journey is not complete: what comes without traffic is seen by it. */
  readonly roundMs: number;
  /** After a look that took 1 ms, so many are left to everybody else. */
  readonly rest: number;
}

const usual: RoundTimes = { settleMs: 2000, againAfterMs: 5000, roundMs: 600_000, rest: 30 };
const mostHeard = 20_000;

/**
 * One look at a time, and a rest behind each that is many times as long: however much traffic there is, looking takes 3 % of one
 * processor at most. Whoever something happened at comes before the round.
 */
export function rounds({ look, everybody, now, log, times }: RoundsDeps): Rounds {
  const { settleMs, againAfterMs, roundMs, rest } = { ...usual, ...times };
  /** With the time from which they may be looked at. */
  const heard = new Map<string, number>();
  const lookedAt = new Map<string, number>();
  let round: string[] = [];
  let roundAt = -Infinity;
  let isFirst = true;
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  let turn = Promise.resolve();

  function next(): string | null {
    const time = now();
    for (const [organization, from] of heard) {
      if (from > time) continue;
      heard.delete(organization);
      return organization;
    }
    return round.pop() ?? null;
  }

  async function takeTurn(): Promise<number> {
    if (round.length === 0 && now() - roundAt >= roundMs) {
      roundAt = now();
      round = [...(await everybody(isFirst))].reverse();
      isFirst = false;
    }
    const organization = next();
    if (organization === null) return settleMs;
    const before = now();
    if (lookedAt.size >= mostHeard) lookedAt.clear();
    lookedAt.set(organization, before);
    await look(organization);
    return Math.max(10, (now() - before) * rest);
  }

  function schedule(delay: number): void {
    if (isEnded) return;
    timer = setTimeout(() => {
      turn = takeTurn().then(schedule, (err: unknown) => {
        log.warn({ err }, 'a look at an organization’s journeys failed; it is looked at again in the next round');
        schedule(settleMs);
      });
    }, delay).unref();
  }

  return {
    hear(organization) {
      if (heard.has(organization) || heard.size >= mostHeard) return;
      heard.set(organization, Math.max(now() + settleMs, (lookedAt.get(organization) ?? -Infinity) + againAfterMs));
    },
    start() {
      schedule(settleMs);
      return async () => {
        isEnded = true;
        clearTimeout(timer);
        await turn;
      };
    },
  };
}
