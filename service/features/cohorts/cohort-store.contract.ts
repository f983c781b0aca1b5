import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock.ts';
import type { CohortWords } from './cohort.ts';
import type { CohortStore } from './cohort-store.ts';

/** What every store of cohorts promises. */
export function cohortStoreContract(
  open: (clock: Clock) => Promise<{
    store: CohortStore;
    organization(id: string, name: string): Promise<void>;
    forgetOrganization(id: string): Promise<void>;
  }>,
): void {
  const words: CohortWords = {
    ...{ name: 'Autumn', description: '', journey: 'issuer-launch' },
    ...{ startsOn: '2026-09-01', endsOn: null, launchOn: '2027-03-01' },
  };
  let opened: Awaited<ReturnType<typeof open>>;
  let store: CohortStore;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-11-21T12:00:00.000Z');
    opened = await open({ now: () => now });
    ({ store } = opened);
    await opened.organization('org_uni', 'Uni Köln');
    await opened.organization('org_per', 'Half_of 100%');
  });
  const names = async (id: string) => (await store.members(id)).map(({ name }) => name);

  test('a cohort is kept as it was made, and changed in what is named', async () => {
    const made = await store.add(words, 'per_ada');
    expect(await store.find(made.id)).toEqual({ ...words, id: made.id, createdAt: now, archivedAt: null });
    const changed = await store.change(made.id, { name: 'Autumn 2026', startsOn: null });
    expect(changed).toEqual({ ...made, name: 'Autumn 2026', startsOn: null });
    expect(await store.change('coh_none', { name: 'None' })).toBeNull();
  });

  test('the archive keeps the time of the first, comes last in the list, and gives back', async () => {
    const [old, current] = [await store.add(words, 'per_ada'), await store.add(words, 'per_ada')];
    await store.change(current.id, { isArchived: true });
    now = new Date('2026-11-22T12:00:00.000Z');
    const again = await store.change(current.id, { isArchived: true });
    expect(again?.archivedAt).toEqual(new Date('2026-11-21T12:00:00.000Z'));
    expect((await store.list()).map(({ id }) => id)).toEqual([old.id, current.id]);
    expect((await store.change(current.id, { isArchived: false }))?.archivedAt).toBeNull();
    expect((await store.list()).map(({ id }) => id)).toEqual([current.id, old.id]);
  });

  test('an organization is in it once, since the first time, and goes without trace', async () => {
    const { id } = await store.add(words, 'per_ada');
    expect(await store.addMember(id, 'org_uni')).toBe(true);
    now = new Date('2026-11-22T12:00:00.000Z');
    expect(await store.addMember(id, 'org_uni')).toBe(true);
    const joinedAt = new Date('2026-11-21T12:00:00.000Z');
    expect(await store.members(id)).toEqual([{ organization: 'org_uni', name: 'Uni Köln', joinedAt }]);
    expect((await store.list())[0]?.members).toBe(1);
    expect(await store.addMember(id, 'org_none')).toBe(false);
    expect([await store.removeMember(id, 'org_uni'), await store.removeMember(id, 'org_uni')]).toEqual([true, false]);
    expect(await names(id)).toEqual([]);
  });

  test('an organization that is deleted is in no cohort', async () => {
    const { id } = await store.add(words, 'per_ada');
    await store.addMember(id, 'org_uni');
    await opened.forgetOrganization('org_uni');
    expect([await names(id), (await store.list())[0]?.members]).toEqual([[], 0]);
  });

  test('candidates are not in it, and signs of patterns are found as they are', async () => {
    const { id } = await store.add(words, 'per_ada');
    const found = async (text: string) => (await store.candidates(id, text, 20)).map(({ name }) => name);
    expect(await found('')).toEqual(['Half_of 100%', 'Uni Köln']);
    expect([await found('UNI'), await found('0%'), await found('f_o'), await found('l_o'), await found('\\')]).toEqual([
      ['Uni Köln'],
      ['Half_of 100%'],
      ['Half_of 100%'],
      [],
      [],
    ]);
    await store.addMember(id, 'org_uni');
    expect(await found('uni')).toEqual([]);
    expect(await store.candidates(id, '', 0)).toEqual([]);
  });
}
