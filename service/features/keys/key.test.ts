import { describe, expect, test } from 'vitest';
import { decideUse, type Key } from './key.ts';

const now = new Date('2026-11-21T10:00:00Z');
const before = new Date('2026-11-21T09:00:00Z');
const after = new Date('2026-11-21T11:00:00Z');

const key: Key = {
  id: 'key_1',
  organization: 'org_1',
  environment: 'sandbox',
  requestsPerMinute: 60,
  createdAt: before,
  expiresAt: null,
  revokedAt: null,
};

describe('a key', () => {
  test.each<[string, Partial<Key>, unknown]>([
    ['without an end is usable', {}, { kind: 'usable' }],
    ['that ends later is usable', { expiresAt: after }, { kind: 'usable' }],
    ['that ends now is expired', { expiresAt: now }, { kind: 'refused', code: 'key-expired', since: now }],
    ['that ended is expired', { expiresAt: before }, { kind: 'refused', code: 'key-expired', since: before }],
    ['that was revoked is revoked', { revokedAt: before }, { kind: 'refused', code: 'key-revoked', since: before }],
    [
      'that was revoked and ended is revoked',
      { revokedAt: now, expiresAt: before },
      { kind: 'refused', code: 'key-revoked', since: now },
    ],
  ])('%s', (_, given, want) => {
    expect(decideUse({ ...key, ...given }, now)).toEqual(want);
  });
});
