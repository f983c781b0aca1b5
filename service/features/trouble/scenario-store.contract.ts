import { beforeAll, describe, expect, test } from 'vitest';
import { noProgress } from './progress.ts';
import type { ScenarioRun } from './scenario-run.ts';
import type { ScenarioStore } from './scenario-store.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);

const run = (given: Partial<ScenarioRun> = {}): ScenarioRun => ({
  organization: 'org_1',
  keyId: 'key_1',
  scenario: 'flaky',
  settings: { share: 30, every: 0 },
  seed: 2_147_483_647,
  startedAt: at('09:00:00.123'),
  endsAt: at('10:00:00.123'),
  ...given,
});

/** What every store of scenarios promises. */
export function scenarioStoreContract(open: () => Promise<ScenarioStore>): void {
  let store: ScenarioStore;
  beforeAll(async () => {
    store = await open();
  });

  describe('a run', () => {
    test('is listed as it was begun, with no progress, to its key only', async () => {
      await store.begin(run());
      expect(await store.list({ organization: 'org_1', keyId: 'key_1' })).toEqual([{ ...run(), progress: noProgress }]);
      expect(await store.list({ organization: 'org_1', keyId: 'key_2' })).toEqual([]);
      expect(await store.list({ organization: 'org_2', keyId: 'key_1' })).toEqual([]);
    });

    test('of an organization is listed to each of its keys', async () => {
      await store.begin(run({ organization: 'org_3', keyId: null }));
      for (const keyId of ['key_1', 'key_2'])
        expect(await store.list({ organization: 'org_3', keyId })).toHaveLength(1);
    });

    test('that begins again has forgotten what it counted', async () => {
      const who = { organization: 'org_4', keyId: 'key_1' };
      await store.begin(run({ organization: 'org_4' }));
      await store.advance(who, at('09:30:00.000'), (runs) => ({
        advanced: runs.map((one) => ({ ...one, progress: { ...one.progress, seen: 4 } })),
        result: null,
      }));
      expect((await store.list(who))[0]?.progress.seen).toBe(4);
      await store.begin(run({ organization: 'org_4', seed: 5 }));
      expect(await store.list(who)).toEqual([{ ...run({ organization: 'org_4', seed: 5 }), progress: noProgress }]);
    });

    test('is ended once, for the key and the organization', async () => {
      const who = { organization: 'org_5', keyId: 'key_1' };
      await store.begin(run({ organization: 'org_5' }));
      await store.begin(run({ organization: 'org_5', keyId: null }));
      expect(await store.end({ ...who, organization: 'org_other' }, 'flaky', at('09:30:00.000'))).toBe(false);
      expect(await store.end(who, 'flaky', at('09:30:00.000'))).toBe(true);
      expect(await store.end(who, 'flaky', at('09:40:00.000'))).toBe(false);
      expect((await store.list(who)).map(({ endsAt }) => endsAt)).toEqual([at('09:30:00.000'), at('09:30:00.000')]);
    });
  });

  test('what is on is told for everybody, and what has ended is not', async () => {
    await store.begin(run({ organization: 'org_6', endsAt: at('12:00:00.000') }));
    expect((await store.allOn(at('11:59:59.999'))).map(({ organization }) => organization)).toEqual(['org_6']);
    expect(await store.allOn(at('12:00:00.000'))).toEqual([]);
  });

  describe('progress', () => {
    test('of fifty at once is counted without a loss', async () => {
      const who = { organization: 'org_7', keyId: 'key_1' };
      await store.begin(run({ organization: 'org_7' }));
      const places = await Promise.all(
        Array.from({ length: 50 }, () =>
          store.advance(who, at('09:30:00.000'), (runs) => ({
            advanced: runs.map((one) => ({ ...one, progress: { ...one.progress, seen: one.progress.seen + 1 } })),
            result: runs[0]?.progress.seen,
          })),
        ),
      );
      expect(places.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(Array.from({ length: 50 }, (_, index) => index));
    });

    test('shows a key its own run before that of its organization', async () => {
      await store.begin(run({ organization: 'org_8', keyId: null, scenario: 'slow' }));
      await store.begin(run({ organization: 'org_8', scenario: 'slow' }));
      const seen = await store.advance({ organization: 'org_8', keyId: 'key_1' }, at('09:30:00.000'), (runs) => ({
        advanced: [],
        result: runs.map(({ keyId }) => keyId),
      }));
      expect(seen).toEqual(['key_1', null]);
    });

    test('of what has ended is not shown', async () => {
      const who = { organization: 'org_1', keyId: 'key_1' };
      const seen = await store.advance(who, at('10:00:00.123'), (runs) => ({ advanced: [], result: runs.length }));
      expect(seen).toBe(0);
    });
  });

  test('what ended before a time is removed, and other runs stay', async () => {
    await store.begin(run({ organization: 'org_9', endsAt: at('08:00:00.000') }));
    expect(await store.forget(at('08:00:00.001'))).toBe(1);
    expect(await store.list({ organization: 'org_9', keyId: 'key_1' })).toEqual([]);
    expect(await store.list({ organization: 'org_1', keyId: 'key_1' })).toHaveLength(1);
  });
}
