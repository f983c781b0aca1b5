import { describe, expect, test } from 'vitest';
import { portalContract } from '../../../tests/support/portal-api.ts';
import { decideKeyScopes, grantableScopes } from './key-scopes.ts';

const enough = { kind: 'enough' };
const lacking = (...missing: string[]) => ({ kind: 'lacking', missing });

describe('a key with scopes', () => {
  test.each<[string, string[][], string[], unknown]>([
    ['may do what its scope is for', [['offers:read']], ['cardea/offers:read'], enough],
    ['may do everything of an API that it has whole', [['offers:read']], ['cardea'], enough],
    ['may not do the rest', [['offers:write']], ['cardea/offers:read'], lacking('cardea/offers:write')],
    ['needs all scopes of an alternative', [['a', 'b']], ['cardea/a'], lacking('cardea/b')],
    ['needs one alternative only', [['a', 'b'], ['c']], ['cardea/c'], enough],
    ['is told of the nearest alternative', [['a', 'b'], ['c']], ['cardea/x'], lacking('cardea/c')],
    ['of another API may not', [['offers:read']], ['other/offers:read'], lacking('cardea/offers:read')],
    ['needs the whole API where its contract tells no rights apart', [[]], ['cardea/offers:read'], lacking('cardea')],
    ['needs the whole API where no security is asked for', [], ['cardea/offers:read'], lacking('cardea')],
    ['is not let in by an alternative without scopes', [[], ['a']], ['cardea/b'], lacking('cardea/a')],
  ])('%s', (_, alternatives, scopes, want) => {
    expect(decideKeyScopes('cardea', alternatives, scopes)).toEqual(want);
  });
});

test('what a key can be given is each API, its scopes, and the portal’s own API once', () => {
  const flows = { clientCredentials: { tokenUrl: 't', scopes: { 'offers:read': 'Read offers', 'not askable': '' } } };
  const contract = {
    ...portalContract,
    api: 'cardea',
    info: { ...portalContract.info, title: 'Cardea' },
    securitySchemes: { oauth: { type: 'oauth2', flows } },
  } as unknown as typeof portalContract;
  const own = { ...portalContract, api: 'portal' };
  expect(grantableScopes([contract, { ...contract, version: 'v1' }, own]).map(({ name }) => name)).toEqual([
    'cardea',
    'cardea/offers:read',
    'portal',
  ]);
});
