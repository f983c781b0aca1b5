import { describe, expect, test } from 'vitest';
import { createCredentialStore, credentialPlace, type DeviceStorage } from './credential-store';

function device(kept = new Map<string, string>()): DeviceStorage & { readonly kept: Map<string, string> } {
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
const cardea = credentialPlace({ api: 'cardea' });
const other = credentialPlace({ api: 'other' });
const secret = { kind: 'text', text: 'secret-1' } as const;

describe('what is held', () => {
  test('is seen by its own API and environment only', () => {
    const store = createCredentialStore(device());
    store.hold(cardea, 'key', secret);
    expect(store.read(cardea).held).toEqual({ key: secret });
    expect(store.read(other).held).toEqual({});
    expect(store.read(credentialPlace({ api: 'cardea' }, 'live')).held).toEqual({});
  });

  test('is not on the device until that is asked for, and leaves it again', () => {
    const storage = device();
    const store = createCredentialStore(storage);
    store.hold(cardea, 'key', secret);
    expect(storage.kept.size).toBe(0);
    expect(store.remember(cardea, true)).toBe(true);
    expect([...storage.kept.keys()]).toEqual(['portolan.credentials.cardea/sandbox']);
    store.remember(cardea, false);
    expect(storage.kept.size).toBe(0);
    expect(store.read(cardea).held).toEqual({ key: secret });
  });

  test('comes back from the device after a reload, with what was chosen', () => {
    const storage = device();
    const before = createCredentialStore(storage);
    before.choose(cardea, 'key');
    before.hold(cardea, 'key', secret);
    before.remember(cardea, true);
    expect(createCredentialStore(storage).read(cardea)).toEqual({
      ...{ chosen: 'key', held: { key: secret }, isRemembered: true },
    });
  });

  test('is gone everywhere when it is forgotten', () => {
    const storage = device();
    const store = createCredentialStore(storage);
    store.hold(cardea, 'key', secret);
    store.remember(cardea, true);
    store.forget(cardea);
    expect(storage.kept.size).toBe(0);
    expect(store.read(cardea)).toEqual({ chosen: null, held: {}, isRemembered: false });
  });
});

describe('a device that does not keep', () => {
  test.each<[string, DeviceStorage | null]>([
    ['because it is forbidden', null],
    [
      'because it is full',
      {
        ...device(),
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    ],
  ])('%s says so, and the page goes on', (_, storage) => {
    const store = createCredentialStore(storage);
    store.hold(cardea, 'key', secret);
    expect(store.remember(cardea, true)).toBe(false);
    expect(store.read(cardea)).toMatchObject({ held: { key: secret }, isRemembered: false });
  });

  test.each(['{', 'null', '7', '{"held":7}', '{"held":{"key":{"kind":"text"}}}', '{"held":{"key":null}}'])(
    'what somebody else left there is not taken: %s',
    (left) => {
      const store = createCredentialStore(device(new Map([['portolan.credentials.cardea/sandbox', left]])));
      expect(store.read(cardea).held).toEqual({});
    },
  );
});
