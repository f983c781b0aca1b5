import { describe, expect, test } from 'vitest';
import { decideScenarios } from './decide-scenarios.ts';
import { noProgress } from './progress.ts';
import { type ScenarioId, scenarioOf, scenarios } from './scenario.ts';
import { readSettings } from './scenario-settings.ts';
import type { RunInProgress } from './scenario-run.ts';

const start = Date.parse('2026-11-21T09:00:00Z');
const request = { print: 'p', idempotency: null, isWrite: false, credential: 'one' };

function running(scenario: ScenarioId, settings: Record<string, number> = {}, seed = 1): RunInProgress {
  const reading = readSettings(scenarioOf(scenario), settings);
  if (reading.kind === 'refused') throw new Error(reading.errors.map(({ message }) => message).join());
  const times = { startedAt: new Date(start), endsAt: new Date(start + 3_600_000) };
  return { organization: 'o', keyId: null, scenario, settings: reading.settings, seed, ...times, progress: noProgress };
}

/** So many requests one after the other, each a second after the one before. */
function play(
  runs: readonly RunInProgress[],
  count: number,
  each: (at: number) => Partial<typeof request> = () => ({}),
) {
  let now = runs;
  const decisions = Array.from({ length: count }, (_, at) => {
    const decision = decideScenarios(now, { ...request, ...each(at) }, new Date(start + at * 1000));
    now = now.map((run) => decision.advanced.find(({ scenario }) => scenario === run.scenario) ?? run);
    return decision;
  });
  return { decisions, runs: now };
}

describe('flaky', () => {
  test.each([1, 10, 30, 75, 100])('hits about %i of a hundred', (share) => {
    const { runs } = play([running('flaky', { share })], 4000, (at) => ({ print: String(at) }));
    const hits = (runs[0]?.progress.troubled ?? 0) / 40;
    expect(Math.abs(hits - share)).toBeLessThan(3);
  });

  test('remembers fifty requests to know them again, and counts the others as given up', () => {
    const { runs } = play([running('flaky', { share: 100 })], 80, (at) => ({ print: String(at) }));
    expect([runs[0]?.progress.pending.length, runs[0]?.progress.forgotten]).toEqual([50, 30]);
  });
});

describe('slow', () => {
  test('half of the answers are within the median, and 19 of 20 within the tail', () => {
    const { decisions } = play([running('slow', { median_ms: 1000, tail_ms: 4000 })], 4000);
    const times = decisions.map(({ delayMs }) => delayMs).sort((a, b) => a - b);
    expect(times[2000]).toBeGreaterThan(930);
    expect(times[2000]).toBeLessThan(1070);
    expect(times[3800]).toBeGreaterThan(3600);
    expect(times[3800]).toBeLessThan(4400);
  });

  test('never longer than thirty seconds, also with a tail below the median', () => {
    const { decisions } = play([running('slow', { median_ms: 30_000, tail_ms: 1 })], 100);
    expect(new Set(decisions.map(({ delayMs }) => delayMs))).toEqual(new Set([30_000]));
  });
});

describe('expired-token', () => {
  test('refuses the first credential until another one comes', () => {
    const { decisions, runs } = play([running('expired-token', { times: 10 })], 4, (at) => ({
      credential: at < 2 ? 'old' : 'new',
    }));
    expect(decisions.map(({ error }) => error?.status)).toEqual([401, 401, undefined, undefined]);
    expect(runs[0]?.progress).toMatchObject({ troubled: 2, renewed: 1, recovered: 1 });
  });
});

describe('several at once', () => {
  test('what refuses a request first is the only one that it meets', () => {
    const { decisions, runs } = play([running('flaky', { share: 100 }), running('outage', { seconds: 3 })], 5);
    expect(decisions.map(({ error }) => error?.status === 503 && error.detail.includes('outage'))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(runs.find(({ scenario }) => scenario === 'flaky')?.progress.seen).toBe(2);
  });

  test('an answer may be late and by another clock', () => {
    const { decisions } = play([running('clock-skew'), running('slow')], 1);
    expect(decisions[0]?.marks).toEqual([expect.stringMatching(/^slow; \d+ ms$/), 'clock-skew; 10 min']);
  });

  test('scenarios of webhooks do nothing to requests', () => {
    const { decisions } = play([running('duplicate-webhooks'), running('out-of-order-webhooks')], 1);
    expect(decisions).toEqual([{ marks: [], delayMs: 0, advanced: [] }]);
  });
});

test('every default is within its bounds', () => {
  for (const { settings } of scenarios) {
    for (const one of settings) expect(one.default >= one.minimum && one.default <= one.maximum).toBe(true);
  }
});
