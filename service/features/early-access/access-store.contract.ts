import { beforeEach, describe, expect, test } from 'vitest';
import type { AccessStore, Member } from './access-store.ts';

export interface OpenedAccessStore {
  readonly store: AccessStore;
  organization(id: string, name: string): Promise<void>;
  removeOrganization(id: string): Promise<void>;
  cohort(id: string, name: string, organizations: readonly string[]): Promise<void>;
}

const organization = (id: string): Member => ({ kind: 'organization', id });
const cohort: Member = { kind: 'cohort', id: 'coh_1' };

/** What every store of early access promises. */
export function accessStoreContract(open: () => Promise<OpenedAccessStore>): void {
  let opened: OpenedAccessStore;
  let store: AccessStore;
  beforeEach(async () => {
    opened = await open();
    ({ store } = opened);
    await opened.organization('org_a', 'Aster');
    await opened.organization('org_b', '100% Birch_');
    await opened.cohort('coh_1', 'Autumn', ['org_b']);
  });

  describe('a group', () => {
    test('has an organization that was added, once, until it is taken out', async () => {
      expect(await store.groupsOf('org_a')).toEqual([]);
      expect(await store.add('beta', organization('org_a'))).toBe('Aster');
      const [first] = await store.members();
      expect(await store.add('beta', organization('org_a'))).toBe('Aster');
      expect(await store.members()).toEqual([first]);
      expect(first).toMatchObject({ group: 'beta', kind: 'organization', id: 'org_a', name: 'Aster' });
      expect([await store.groupsOf('org_a'), await store.groupsOf('org_b')]).toEqual([['beta'], []]);
      expect(await store.remove('pilots', organization('org_a'))).toBeNull();
      expect(await store.remove('beta', organization('org_a'))).toBe('Aster');
      expect(await store.remove('beta', organization('org_a'))).toBeNull();
      expect(await store.groupsOf('org_a')).toEqual([]);
    });

    test('has all of a cohort, also who is in it twice', async () => {
      expect(await store.add('beta', cohort)).toBe('Autumn');
      await store.add('beta', organization('org_b'));
      await store.add('pilots', organization('org_b'));
      expect([...(await store.groupsOf('org_b'))].sort()).toEqual(['beta', 'pilots']);
      await store.remove('beta', organization('org_b'));
      expect([...(await store.groupsOf('org_b'))].sort()).toEqual(['beta', 'pilots']);
      expect(await store.remove('beta', cohort)).toBe('Autumn');
      expect(await store.groupsOf('org_b')).toEqual(['pilots']);
    });

    test('takes nobody who is not there, and loses who goes', async () => {
      expect(await store.add('beta', organization('org_none'))).toBeNull();
      expect(await store.add('beta', { kind: 'cohort', id: 'org_a' })).toBeNull();
      await store.add('beta', organization('org_a'));
      await store.ask('pilots', 'org_a', 'per_1', '');
      await opened.removeOrganization('org_a');
      expect([await store.members(), await store.requests(), await store.groupsOf('org_a')]).toEqual([[], [], []]);
    });
  });

  describe('asking', () => {
    test('is once a group, in the words of the last time, and over when it is given or declined', async () => {
      await store.ask('beta', 'org_a', 'per_1', 'Please');
      await store.ask('beta', 'org_a', 'per_1', 'Please!');
      await store.ask('pilots', 'org_a', 'per_1', '');
      expect([...(await store.askedFor('org_a'))].sort()).toEqual(['beta', 'pilots']);
      expect(await store.requests()).toMatchObject([
        { group: 'beta', organization: 'org_a', name: 'Aster', askedBy: null, note: 'Please!' },
        { group: 'pilots' },
      ]);
      await store.add('beta', organization('org_a'));
      expect(await store.askedFor('org_a')).toEqual(['pilots']);
      expect(await store.decline('pilots', 'org_a')).toBe('Aster');
      expect(await store.decline('pilots', 'org_a')).toBeNull();
      expect(await store.requests()).toEqual([]);
    });
  });

  test('candidates are found by a part of their name, whatever signs are in it, and not where they are', async () => {
    const found = async (words: string) => (await store.candidates('beta', words, 20)).map(({ id }) => id);
    expect(await found('')).toEqual(['coh_1', 'org_b', 'org_a']);
    expect(await found('AST')).toEqual(['org_a']);
    expect(await found('0%')).toEqual(['org_b']);
    expect(await found('_')).toEqual(['org_b']);
    await store.add('beta', cohort);
    await store.add('beta', organization('org_a'));
    await store.add('pilots', organization('org_b'));
    expect(await found('')).toEqual(['org_b']);
    expect(await store.candidates('beta', '', 0)).toEqual([]);
  });
}
