import { expect, test } from 'vitest';
import { checkProviders } from './provider-shape.ts';

const from = { clientIdFrom: 'ID', clientSecretFrom: 'SECRET' };

test.each([
  ['github', { id: 'github', ...from }, []],
  ['an OpenID provider with its issuer', { id: 'uni', issuer: 'https://login.uni.example', ...from }, []],
  [
    'another one without',
    { id: 'uni', ...from },
    ['"uni" has no "issuer". Add its address; only github and google need none.'],
  ],
  [
    'what the tables call the password',
    { id: 'credential', ...from },
    ['"credential" is taken. Give the provider another id.'],
  ],
])('a provider: %s', (_, provider, sentences) => {
  expect(checkProviders([provider]).map(({ sentence }) => sentence)).toEqual(sentences);
});

test('two providers do not have the same id', () => {
  const github = { id: 'github', ...from };
  expect(checkProviders([github, github])).toHaveLength(1);
});
