import type { ScenarioId } from './scenario.ts';
import type { RunInProgress, ScenarioRun } from './scenario-run.ts';

/** Where runs are kept: at most one of a scenario for each key, and one for a whole organization. */
export interface ScenarioStore {
  /** Begins a run with no progress, in the place of an earlier one. */
  begin(run: ScenarioRun): Promise<void>;
  /** Ends what is on at that time for this key and for its organization. False: nothing was. */
  end(who: RunOwner, scenario: ScenarioId, at: Date): Promise<boolean>;
  /** Those of a key and of its organization, also those that have ended. */
  list(who: RunOwner): Promise<readonly RunInProgress[]>;
  /** All that are on at that time, of everybody. */
  allOn(at: Date): Promise<readonly ScenarioRun[]>;
  /**
   * Shows the progress of what is on for a key and its organization, and keeps what is said of it. Requests of several processes
   * take turns.
   */
  advance<T>(who: RunOwner, at: Date, turn: (runs: readonly RunInProgress[]) => Advanced<T>): Promise<T>;
  /** Removes what ended before that time. */
  forget(before: Date): Promise<number>;
}

export interface RunOwner {
  readonly organization: string;
  readonly keyId: string;
}

export interface Advanced<T> {
  readonly advanced: readonly RunInProgress[];
  readonly result: T;
}
