import type { Progress } from './progress.ts';
import type { ScenarioId } from './scenario.ts';
import type { Settings } from './scenario-settings.ts';

/** A scenario that was switched on. */
export interface ScenarioRun {
  readonly organization: string;
  /** The one key whose requests meet it; null: those of the whole organization. */
  readonly keyId: string | null;
  readonly scenario: ScenarioId;
  readonly settings: Settings;
  /** Decides all that is left to chance: the same seed, the same run. From 0 to 2³¹ − 1. */
  readonly seed: number;
  readonly startedAt: Date;
  /** When it ends by itself, or was switched off. */
  readonly endsAt: Date;
}

/** A run with how far it has come. */
export interface RunInProgress extends ScenarioRun {
  readonly progress: Progress;
}

export const defaultMinutes = 60;

export function isOn(run: Pick<ScenarioRun, 'endsAt'>, now: Date): boolean {
  return run.endsAt > now;
}
