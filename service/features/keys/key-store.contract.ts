import { beforeAll, describe, expect, test } from 'vitest';
import type { Key } from './key.ts';
import type { KeyStore } from './key-store.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);

const key = (id: string, given: Partial<Key> = {}): Key => ({
  id,
  organization: 'org_1',
  environment: 'sandbox',
  requestsPerMinute: 120,
  createdAt: at('09:00:00.123'),
  expiresAt: at('11:00:00.000'),
  revokedAt: null,
  ...given,
});

/** What every key store promises. */
export function keyStoreContract(open: () => Promise<KeyStore>): void {
  let store: KeyStore;
  beforeAll(async () => {
    store = await open();
  });

  describe('a stored key', () => {
    test('is found by its hash, as it was', async () => {
      const live = key('key_1', { environment: 'live', expiresAt: null });
      await store.add(live, 'hash_1');
      expect(await store.findByHash('hash_1')).toEqual(live);
      expect(await store.findByHash('HASH_1')).toBeNull();
    });

    test('keeps its scopes', async () => {
      const team = key('key_team', { scopes: ['portal:team'] });
      await store.add(team, 'hash_team');
      expect(await store.findByHash('hash_team')).toEqual(team);
    });

    test('cannot have the hash of another', async () => {
      await store.add(key('key_2'), 'hash_2');
      await expect(store.add(key('key_3'), 'hash_2')).rejects.toThrow();
    });
  });

  describe('the first key of an organization', () => {
    test('is the earliest', async () => {
      await store.add(key('key_4', { organization: 'org_2', createdAt: at('09:30:00.000') }), 'hash_4');
      await store.add(key('key_5', { organization: 'org_2', createdAt: at('09:10:00.000') }), 'hash_5');
      expect(await store.firstIssuedAt('org_2')).toEqual(at('09:10:00.000'));
    });

    test('is null where there is none', async () => {
      expect(await store.firstIssuedAt('org_none')).toBeNull();
    });
  });

  describe('a revocation', () => {
    test('is kept with its first time', async () => {
      await store.add(key('key_6'), 'hash_6');
      expect(await store.revoke('key_6', at('10:00:00.000'))).toBe(true);
      expect(await store.revoke('key_6', at('10:30:00.000'))).toBe(true);
      expect((await store.findByHash('hash_6'))?.revokedAt).toEqual(at('10:00:00.000'));
    });

    test('of a key that is not there says so', async () => {
      expect(await store.revoke('key_none', at('10:00:00.000'))).toBe(false);
    });
  });

  test('keys that ended before a time are removed, and others stay', async () => {
    await store.add(key('key_7', { expiresAt: at('08:00:00.000') }), 'hash_7');
    await store.add(key('key_8', { expiresAt: null }), 'hash_8');
    expect(await store.removeExpired(at('08:00:00.001'))).toBe(1);
    expect(await store.findByHash('hash_7')).toBeNull();
    expect(await store.findByHash('hash_8')).not.toBeNull();
    expect(await store.findByHash('hash_6')).not.toBeNull();
  });
}
