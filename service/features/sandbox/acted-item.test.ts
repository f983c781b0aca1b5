import { describe, expect, test } from 'vitest';
import { aContract } from '../../../contract/model.fixture.ts';
import { actedItem, fitsVerb } from './acted-item.ts';

describe('a word is what a verb leads to', () => {
  test.each([
    ['suspend', 'suspended', true],
    ['revoke', 'revoked', true],
    ['cancel', 'canceled', true],
    ['cancel', 'cancelled', true],
    ['activate', 'active', true],
    ['reactivate', 'active', true],
    ['resume', 'active', true],
    ['verify', 'verified', true],
    ['ship', 'shipped', true],
    ['close', 'closed', true],
    ['accept', 'accepted', true],
    ['publish', 'published', true],
    ['activate', 'inactive', false],
    ['cancel', 'cancelling-soon', false],
    ['ping', 'pinging', false],
    ['revoke', 'active', false],
    ['payment', 'paid', false],
  ])('%s → %s: %s', (verb, word, want) => {
    expect(fitsVerb(verb, word)).toBe(want);
  });
});

describe('an action', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      status: { type: 'string', enum: ['active', 'suspended', 'revoked'] },
      reason: { type: ['string', 'null'] },
      suspended_at: { type: ['string', 'null'], format: 'date-time' },
      updated_at: { type: 'string', format: 'date-time' },
      archived: { type: 'boolean' },
    },
  } as const;
  const contract = aContract([]);
  const now = new Date('2026-11-21T10:00:00.000Z');
  const item = { id: 'c1', status: 'active', reason: null, suspended_at: null, updated_at: '2026-01-01T00:00:00Z' };
  const act = (
    verb: string,
    from: object = item,
    example?: Record<string, unknown>,
    body: Record<string, unknown> = {},
  ) => actedItem(contract, schema, from as Record<string, unknown>, { verb, body, example, now });

  test('sets the state by its verb, its time to now, and keeps what was said', () => {
    expect(act('suspend', item, undefined, { reason: 'lost', id: 'c2', other: 1 })).toEqual({
      id: 'c1',
      status: 'suspended',
      reason: 'lost',
      suspended_at: '2026-11-21T10:00:00Z',
      updated_at: '2026-11-21T10:00:00Z',
    });
  });

  test('takes back what the example shows as not set', () => {
    const suspended = { ...item, status: 'suspended', suspended_at: '2026-11-20T10:00:00Z' };
    const example = { ...item };
    expect(act('reactivate', suspended, example)).toMatchObject({ status: 'active', suspended_at: null });
  });

  test('takes the state from the example where the verb names none', () => {
    expect(act('kill', item, { ...item, status: 'revoked' })).toMatchObject({ status: 'revoked' });
    expect(act('ping')).toMatchObject({ status: 'active' });
  });

  test('sets and clears a flag of its name', () => {
    expect(act('archive')).toMatchObject({ archived: true });
    expect(act('unarchive', { ...item, archived: true })).toMatchObject({ archived: false });
  });
});
