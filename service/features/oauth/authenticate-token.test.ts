import { describe, expect, test } from 'vitest';
import { decideToken } from './authenticate-token.ts';
import type { OAuthRecord } from './oauth-record.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const record: OAuthRecord = {
  model: 'ClientCredentials',
  hash: 'a'.repeat(64),
  payload: JSON.stringify({ scope: 'offers:read', extra: { organization: 'org_1', api: 'cardea' } }),
  grant: null,
  alias: null,
  expiresAt: at('10:00:00'),
  consumedAt: null,
};

describe('an access token', () => {
  test('opens its organization’s sandbox, at its API, with its scopes', () => {
    expect(decideToken(record, at('09:59:59.999'), 120)).toMatchObject({
      kind: 'usable',
      key: { organization: 'org_1', environment: 'sandbox', limitedTo: { api: 'cardea', scopes: ['offers:read'] } },
    });
  });

  test.each([
    ['opens nothing from its end on', record, at('10:00:00'), 'ended at 2026-11-21T10:00:00.000Z'],
    ['that is not there opens nothing', null, at('09:00:00'), 'No such token'],
  ])('%s', (_, given, now, detail) => {
    const decision = decideToken(given, now, 120);
    expect(decision).toMatchObject({ kind: 'refused', code: 'token-invalid' });
    expect(decision.kind === 'refused' && decision.detail).toContain(detail);
  });
});
