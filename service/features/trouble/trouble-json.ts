import { reportOf } from './report.ts';
import type { Scenario } from './scenario.ts';
import { isOn, type RunInProgress } from './scenario-run.ts';

/** A scenario and its latest run for a key, as the service's own API shows them. */
export function toTroubleJson(scenario: Scenario, runs: readonly RunInProgress[], now: Date) {
  const { id, title, effect, advice, settings } = scenario;
  const own = runs.filter((run) => run.scenario === id).sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
  const run = own.find((one) => isOn(one, now)) ?? own[0];
  return {
    scenario: id,
    title,
    effect,
    advice,
    settings,
    on: run !== undefined && isOn(run, now),
    ...(run && { run: toRunJson(run, now) }),
  };
}

function toRunJson(run: RunInProgress, now: Date) {
  const report = reportOf(run.progress, now);
  return {
    for: run.keyId === null ? 'organization' : 'key',
    settings: run.settings,
    seed: run.seed,
    since: run.startedAt.toISOString(),
    until: run.endsAt.toISOString(),
    report: {
      requests: report.seen,
      troubled: report.troubled,
      recovered: report.recovered,
      retried_in_time: report.retriedInTime,
      retried_too_early: report.retriedTooEarly,
      repeated_with_same_key: report.repeatedWithSameKey,
      repeated_without_it: report.repeatedWithoutIt,
      left_before_answer: report.leftBeforeAnswer,
      renewed: report.renewed,
      waiting: report.waiting,
      gave_up: report.gaveUp,
    },
  };
}
