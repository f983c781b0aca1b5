import type { Clock } from '../../platform/clock.ts';
import type { KnownRuns } from './known-runs.ts';
import { concerns, metScenarios, noteLeft } from './met-scenarios.ts';
import { requestedTrouble } from './requested-trouble.ts';
import type { ScenarioRun } from './scenario-run.ts';
import type { ScenarioStore } from './scenario-store.ts';
import { isNothing, type Trouble } from './trouble.ts';
import type { TroubledRequest } from './troubled-request.ts';
import type { Waits } from './waits.ts';

/** Trouble that a request meets, and the means to hold its answer back. */
export interface MetTrouble extends Trouble {
  /** Resolves when the answer may go, or nobody waits for it. To be called once, when the answer is there or has failed. */
  hold(gone: AbortSignal): Promise<void>;
  /** What the clock of the answer says. */
  readonly now: Date;
}

/** Null where nothing is to go wrong. Throws `request-invalid` for what a request asks and nobody understands. */
export type MeetTrouble = (request: TroubledRequest) => MetTrouble | null | Promise<MetTrouble | null>;

export interface MeetDeps {
  readonly waits: Waits;
  readonly known: KnownRuns;
  readonly store: Pick<ScenarioStore, 'advance'>;
  readonly clock: Clock;
}

/** What a request asks for itself comes before the scenarios that are on. */
export function meetTrouble(deps: MeetDeps): MeetTrouble {
  const { waits, known, store, clock } = deps;

  function met(trouble: Trouble, request: TroubledRequest, whenGone?: () => Promise<void>): MetTrouble | null {
    if (isNothing(trouble)) return null;
    const { delayMs, skewMinutes = 0 } = trouble;
    const wait = delayMs > 0 ? waits.enter(request.sender) : null;
    return {
      ...trouble,
      now: new Date(clock.now().getTime() + skewMinutes * 60_000),
      async hold(gone) {
        if ((await wait?.for(delayMs, gone)) === 'gone') await whenGone?.();
      },
    };
  }

  async function byScenarios(request: TroubledRequest): Promise<MetTrouble | null> {
    const trouble = await metScenarios(store, clock, request);
    return met(trouble, request, () => noteLeft(store, clock, request));
  }

  function byRuns(request: TroubledRequest, runs: readonly ScenarioRun[]) {
    return concerns(runs, request.keyId) ? byScenarios(request) : null;
  }

  return (request) => {
    const requested = requestedTrouble(request);
    if (requested !== null) return met(requested, request);
    if (request.organization === null) return null;
    const runs = known.of(request.organization);
    return runs instanceof Promise ? runs.then((found) => byRuns(request, found)) : byRuns(request, runs);
  };
}
