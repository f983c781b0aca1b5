import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import { isGuestOrganization, type UsableKey } from '../keys/index.ts';
import { scenarioOf, type ScenarioId } from './scenario.ts';
import { defaultMinutes, type ScenarioRun } from './scenario-run.ts';
import { readSettings } from './scenario-settings.ts';

/** What is said when a scenario is switched on; whatever is left out has a default. */
export interface WantedRun {
  readonly settings?: Readonly<Record<string, number>>;
  readonly seed?: number;
  readonly minutes?: number;
  readonly for?: 'key' | 'organization';
}

/**
 * The run that is wanted. It is for the key's own requests; for all of the organization where that is said, and for guests, whose key is
 * another one after a while. Throws `request-invalid` that names each wrong setting.
 */
export function runFor(
  key: Pick<UsableKey, 'id' | 'organization'>,
  scenario: ScenarioId,
  wanted: WantedRun,
  deps: { readonly clock: Clock; readonly newSeed: () => number },
): ScenarioRun {
  const reading = readSettings(scenarioOf(scenario), wanted.settings ?? {});
  if (reading.kind === 'refused') {
    const told = reading.errors.map(({ at, message }) => `${at} ${message}`).join('; ');
    throw new ProblemError('request-invalid', {
      detail: `The settings are not as ${scenario} has them: ${told}.`,
      errors: reading.errors,
    });
  }
  const isForAll = (wanted.for ?? (isGuestOrganization(key.organization) ? 'organization' : 'key')) === 'organization';
  const startedAt = deps.clock.now();
  return {
    organization: key.organization,
    keyId: isForAll ? null : key.id,
    scenario,
    settings: reading.settings,
    seed: wanted.seed ?? deps.newSeed(),
    startedAt,
    endsAt: new Date(startedAt.getTime() + (wanted.minutes ?? defaultMinutes) * 60_000),
  };
}
