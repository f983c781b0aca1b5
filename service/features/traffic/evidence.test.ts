import { describe, expect, test } from 'vitest';
import { isEvidence, statusRange } from './evidence.ts';
import { anExchange } from './exchange.fixture.ts';

describe('the statuses that a step asks for', () => {
  test.each([
    ['201', { from: 201, to: 202 }],
    ['2XX', { from: 200, to: 300 }],
    ['4xx', { from: 400, to: 500 }],
  ])('%s', (status, range) => {
    expect(statusRange(status)).toEqual(range);
  });

  test.each(['', '2', '20X', '999', 'default'])('%j is refused', (status) => {
    expect(() => statusRange(status)).toThrow('neither a status');
  });
});

describe('an exchange is evidence', () => {
  const query = {
    organization: 'org_1',
    api: 'cardea',
    version: 'v2',
    operation: 'createCredentialOffer',
    status: '2XX',
  };
  test.each([
    ['when everything is as asked', {}, true],
    ['whatever the resource when none is asked for', { resource: null }, true],
    ['not of another organization', { organization: 'org_2' }, false],
    ['not without an organization', { organization: null }, false],
    ['not of another API', { api: 'other' }, false],
    ['not of another version', { version: 'v1' }, false],
    ['not of another operation', { operation: 'listCredentialOffers' }, false],
    ['not when it was refused', { status: 400 }, false],
  ])('%s', (_name, difference, want) => {
    expect(isEvidence(anExchange(difference), query)).toBe(want);
  });

  test('only with the resource that is asked for', () => {
    expect(isEvidence(anExchange({ resource: 'off_1' }), { ...query, resource: 'off_1' })).toBe(true);
    expect(isEvidence(anExchange({ resource: 'off_2' }), { ...query, resource: 'off_1' })).toBe(false);
  });
});
