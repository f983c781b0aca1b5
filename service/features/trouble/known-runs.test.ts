import { describe, expect, test } from 'vitest';
import { knownRuns } from './known-runs.ts';
import type { ScenarioRun } from './scenario-run.ts';

function setUp() {
  const time = { ms: 0 };
  const state = { asked: 0, fails: false, warnings: 0, on: [] as ScenarioRun[] };
  const store = {
    allOn: async () => {
      state.asked += 1;
      if (state.fails) throw new Error('the database is away');
      return state.on;
    },
  };
  const log = { warn: () => void (state.warnings += 1) };
  return { known: knownRuns(store, { now: () => new Date(time.ms) }, log), state, time };
}

const outage: ScenarioRun = {
  organization: 'org_a',
  keyId: null,
  scenario: 'outage',
  settings: { seconds: 60 },
  seed: 1,
  startedAt: new Date(0),
  endsAt: new Date(60_000),
};

describe('what is on', () => {
  test('is asked for once in three seconds, for everybody', async () => {
    const { known, state, time } = setUp();
    state.on = [outage];
    expect(await known.of('org_a')).toEqual([outage]);
    for (let count = 0; count < 1000; count += 1) expect(known.of(`org_${count}`)).toEqual([]);
    time.ms = 2999;
    expect(known.of('org_a')).toEqual([outage]);
    expect(state.asked).toBe(1);
  });

  test('is read beside a request after three seconds, and waited for after five', async () => {
    const { known, state, time } = setUp();
    await known.of('org_a');
    state.on = [outage];
    time.ms = 3000;
    expect(known.of('org_a')).toEqual([]);
    time.ms = 8100;
    expect(await known.of('org_a')).toEqual([outage]);
    expect(state.asked).toBe(2);
  });

  test('is seen at once where this process changed it', async () => {
    const { known, state } = setUp();
    await known.of('org_a');
    state.on = [outage];
    known.forget();
    expect(await known.of('org_a')).toEqual([outage]);
  });

  test('is asked for again where it changed while it was read', async () => {
    const { known, state } = setUp();
    const old = known.of('org_a');
    known.forget();
    state.on = [outage];
    await old;
    expect(await known.of('org_a')).toEqual([outage]);
  });

  test('has ended when its time is over', async () => {
    const { known, state, time } = setUp();
    state.on = [outage];
    time.ms = 58_000;
    expect(await known.of('org_a')).toEqual([outage]);
    time.ms = 60_000;
    expect(known.of('org_a')).toEqual([]);
  });

  test('goes on as it was known where the store fails', async () => {
    const { known, state, time } = setUp();
    state.on = [outage];
    await known.of('org_a');
    state.fails = true;
    time.ms = 10_000;
    expect(await known.of('org_a')).toEqual([outage]);
    expect(state.warnings).toBe(1);
  });
});
