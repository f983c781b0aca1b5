import { beforeAll, describe, expect, test } from 'vitest';
import type { OAuthRecord, OAuthStore } from './oauth-record.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);

const record = (hash: string, given: Partial<OAuthRecord> = {}): OAuthRecord => ({
  model: 'AccessToken',
  hash,
  payload: '{"scope":"offers:read"}',
  grant: null,
  alias: null,
  expiresAt: at('10:00:00.123'),
  consumedAt: null,
  ...given,
});

/** What every store of the authorization server promises. */
export function oauthStoreContract(open: () => Promise<OAuthStore>): void {
  let store: OAuthStore;
  beforeAll(async () => {
    store = await open();
  });

  describe('a record', () => {
    test('is found by its model and hash, as it was', async () => {
      const one = record('hash_1', { grant: 'grant_1', alias: 'alias_1', consumedAt: at('09:00:00.000') });
      await store.put(one);
      expect(await store.find('AccessToken', 'hash_1')).toEqual(one);
      expect(await store.find('RefreshToken', 'hash_1')).toBeNull();
      expect(await store.find('AccessToken', 'hash_none')).toBeNull();
    });

    test('takes the place of the one before it', async () => {
      await store.put(record('hash_2'));
      await store.put(record('hash_2', { payload: '{}' }));
      expect((await store.find('AccessToken', 'hash_2'))?.payload).toBe('{}');
    });

    test('is found by its other name', async () => {
      await store.put(record('hash_3', { model: 'DeviceCode', alias: 'user-code' }));
      expect((await store.findByAlias('DeviceCode', 'user-code'))?.hash).toBe('hash_3');
      expect(await store.findByAlias('AccessToken', 'user-code')).toBeNull();
    });

    test('is gone when it is removed', async () => {
      await store.put(record('hash_4'));
      await store.remove('AccessToken', 'hash_4');
      expect(await store.find('AccessToken', 'hash_4')).toBeNull();
    });
  });

  test('of two that are to be first, both get the first', async () => {
    const [one, other] = await Promise.all([
      store.keepFirst(record('hash_5', { payload: '"a"' })),
      store.keepFirst(record('hash_5', { payload: '"b"' })),
    ]);
    expect(one).toEqual(other);
  });

  test('the first use is the one that is kept', async () => {
    await store.put(record('hash_6'));
    await store.consume('AccessToken', 'hash_6', at('09:30:00.000'));
    await store.consume('AccessToken', 'hash_6', at('09:40:00.000'));
    expect((await store.find('AccessToken', 'hash_6'))?.consumedAt).toEqual(at('09:30:00.000'));
  });

  test('what came of one consent ends together, and nothing else', async () => {
    await store.put(record('hash_7', { grant: 'grant_7' }));
    await store.put(record('hash_8', { grant: 'grant_7', model: 'RefreshToken' }));
    await store.put(record('hash_9', { grant: 'grant_9' }));
    await store.removeGrant('grant_7');
    expect(await store.find('AccessToken', 'hash_7')).toBeNull();
    expect(await store.find('RefreshToken', 'hash_8')).toBeNull();
    expect(await store.find('AccessToken', 'hash_9')).not.toBeNull();
  });

  test('what ended before a time is removed, and others stay', async () => {
    await store.put(record('hash_10', { expiresAt: at('08:00:00.000') }));
    expect(await store.removeExpired(at('08:00:00.001'))).toBe(1);
    expect(await store.find('AccessToken', 'hash_10')).toBeNull();
    expect(await store.find('AccessToken', 'hash_2')).not.toBeNull();
  });
}
