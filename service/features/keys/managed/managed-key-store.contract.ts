import { beforeAll, describe, expect, test } from 'vitest';
import type { ManagedKeyStore, NewManagedKey } from './managed-key-store.ts';

const at = (time: string) => new Date(`2026-11-21T${time}.000Z`);
const now = at('10:00:00');

function newKey(id: string, given: Partial<NewManagedKey['key']> = {}): NewManagedKey {
  const key = {
    ...{ id, organization: 'org_1', environment: 'sandbox' as const, requestsPerMinute: 60 },
    ...{
      label: `Label of ${id}`,
      hint: 'ptl_test_1a2B',
      madeBy: 'per_1',
      onlyScopes: ['cardea/offers:read', 'portal'],
    },
    createdAt: at('09:00:00'),
    expiresAt: null,
    revokedAt: null,
    ...given,
  };
  return { key, hash: `hash of ${id}` };
}

/** What every store of organizations' keys promises. */
export function managedKeyStoreContract(open: () => Promise<ManagedKeyStore>): void {
  let store: ManagedKeyStore;
  const add = (wanted: NewManagedKey, most = 100) => store.add(wanted, most, now);
  const idsOf = async (organization: string) => (await store.list(organization, now)).map(({ id }) => id);
  beforeAll(async () => {
    store = await open();
  });

  test('a key is found as it was, and not by another organization', async () => {
    const wanted = newKey('key_1', { organization: 'org_found' });
    expect(await add(wanted)).toBe(true);
    expect(await store.find('org_found', 'key_1')).toEqual({ ...wanted.key, lastUsedAt: null, replacedBy: null });
    expect(await store.find('org_other', 'key_1')).toBeNull();
  });

  test('the list has what opens something first, the newest first, and nobody else’s', async () => {
    const organization = 'org_list';
    await add(newKey('key_a', { organization, createdAt: at('09:10:00') }));
    await add(newKey('key_b', { organization, createdAt: at('09:20:00'), expiresAt: at('10:00:00') }));
    await add(newKey('key_c', { organization, createdAt: at('09:30:00'), expiresAt: at('10:00:01') }));
    await add(newKey('key_d', { organization: 'org_list_2' }));
    expect(await idsOf(organization)).toEqual(['key_c', 'key_a', 'key_b']);
  });

  test('so many that open something can be added and no more, however many ask at once', async () => {
    const organization = 'org_full';
    await add(newKey('key_ended', { organization, expiresAt: at('09:30:00') }));
    const added = await Promise.all(
      Array.from({ length: 8 }, (_, number) => add(newKey(`key_full_${number}`, { organization }), 3)),
    );
    expect(added.filter(Boolean)).toHaveLength(3);
    expect(await idsOf(organization)).toHaveLength(4);
  });

  describe('a roll', () => {
    const organization = 'org_roll';
    test('stores the new key and the old one’s end', async () => {
      await add(newKey('key_old', { organization }));
      const successor = newKey('key_new', { organization });
      expect(await store.roll({ id: 'key_old', endsAt: at('11:00:00') }, successor, now)).toBe(true);
      expect(await store.find(organization, 'key_old')).toMatchObject({
        expiresAt: at('11:00:00'),
        replacedBy: 'key_new',
      });
      expect(await store.find(organization, 'key_new')).toMatchObject({ expiresAt: null, replacedBy: null });
    });

    test.each([
      ['was rolled', {}, 'key_old'],
      ['was revoked', { revokedAt: at('09:30:00') }, 'key_revoked'],
      ['has ended', { expiresAt: at('10:00:00') }, 'key_over'],
    ])('of a key that %s stores nothing', async (_, given, id) => {
      if (id !== 'key_old') await add(newKey(id, { organization, ...given }));
      const successor = newKey(`successor of ${id}`, { organization });
      expect(await store.roll({ id, endsAt: at('12:00:00') }, successor, now)).toBe(false);
      expect(await store.find(organization, successor.key.id)).toBeNull();
    });

    test('happens once, however many ask at once', async () => {
      await add(newKey('key_once', { organization }));
      const rolled = await Promise.all(
        Array.from({ length: 5 }, (_, number) =>
          store.roll({ id: 'key_once', endsAt: at('11:00:00') }, newKey(`key_once_${number}`, { organization }), now),
        ),
      );
      expect(rolled.filter(Boolean)).toHaveLength(1);
    });
  });

  test('a revocation keeps its first time, and is not another organization’s to make', async () => {
    await add(newKey('key_r'));
    expect(await store.revoke('org_other', 'key_r', at('10:10:00'))).toBe(false);
    expect(await store.revoke('org_1', 'key_r', at('10:20:00'))).toBe(true);
    expect(await store.revoke('org_1', 'key_r', at('10:30:00'))).toBe(true);
    expect((await store.find('org_1', 'key_r'))?.revokedAt).toEqual(at('10:20:00'));
  });

  test('a last use is kept where it is later', async () => {
    await add(newKey('key_u'));
    await store.noteUses(at('10:05:00'), ['key_u', 'key_unknown']);
    await store.noteUses(at('10:03:00'), ['key_u']);
    expect((await store.find('org_1', 'key_u'))?.lastUsedAt).toEqual(at('10:05:00'));
  });

  test('a launch keeps its first time', async () => {
    expect(await store.launchedAt('org_l')).toBeNull();
    expect(await store.launch('org_l', at('10:00:00'))).toEqual(at('10:00:00'));
    expect(await store.launch('org_l', at('11:00:00'))).toEqual(at('10:00:00'));
    expect(await store.launchedAt('org_l')).toEqual(at('10:00:00'));
  });
}
