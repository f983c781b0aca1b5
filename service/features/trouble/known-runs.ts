import type { Clock } from '../../platform/clock.ts';
import type { ScenarioRun } from './scenario-run.ts';
import { isOn } from './scenario-run.ts';
import type { ScenarioStore } from './scenario-store.ts';

const freshMs = 3000;
const staleMs = 5000;

/** What is on, from memory: requests through the gateway ask for it, and most have nothing on. */
export interface KnownRuns {
  /** What is on for an organization, for each of its keys. A promise only where the memory is too old to be used. */
  of(organization: string): readonly ScenarioRun[] | Promise<readonly ScenarioRun[]>;
  /** Called after a change: the next question asks the store. */
  forget(): void;
}

interface Known {
  readonly byOrganization: ReadonlyMap<string, readonly ScenarioRun[]>;
  readonly readAt: number;
}

/**
 * All that is on is read at once, by one query for everybody, whatever the number of requests: after three seconds beside a request
 * that goes on with what is known, after five the request waits for it. That is how long a change by another process can go unseen;
 * one by this process is seen at once. Where the store fails, what was known goes on: trouble is not worth an outage.
 */
export function knownRuns(
  store: Pick<ScenarioStore, 'allOn'>,
  clock: Clock,
  log: { warn(details: object, message: string): void },
): KnownRuns {
  let known: Known | null = null;
  let reading: Promise<void> | null = null;
  let generation = 0;

  async function read(): Promise<void> {
    const asked = generation;
    const now = clock.now();
    let byOrganization = known?.byOrganization ?? new Map<string, readonly ScenarioRun[]>();
    try {
      byOrganization = Map.groupBy(await store.allOn(now), ({ organization }) => organization);
    } catch (error) {
      log.warn({ err: error }, 'which trouble is switched on in the sandbox could not be read');
    }
    // A change during the query: what the query saw may be from before it.
    if (asked === generation) known = { byOrganization, readAt: now.getTime() };
    reading = null;
  }

  function onNow({ byOrganization }: Known, organization: string): readonly ScenarioRun[] {
    const runs = byOrganization.get(organization);
    if (runs === undefined) return none;
    const now = clock.now();
    return runs.filter((run) => isOn(run, now));
  }

  return {
    of(organization) {
      const age = known === null ? Infinity : Math.abs(clock.now().getTime() - known.readAt);
      if (known !== null && age < freshMs) return onNow(known, organization);
      reading ??= read();
      if (known !== null && age < staleMs) return onNow(known, organization);
      return reading.then(() => (known === null ? this.of(organization) : onNow(known, organization)));
    },
    forget() {
      generation += 1;
      known = null;
      reading = null;
    },
  };
}

const none: readonly ScenarioRun[] = [];
