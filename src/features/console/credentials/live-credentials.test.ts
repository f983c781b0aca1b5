import { describe, expect, test } from 'vitest';
import type { SecurityView } from '../../../../contract/reference-page';
import type { Settled } from '../console-state';
import { createEnvironmentStore } from '../environments/environment-store';
import { operationPage } from '../page.fixture';
import type { Credential } from './credential';
import { createCredentialStore } from './credential-store';
import { portalKey } from './live-key';
import { renewalOf } from './renewal';
import { credentialsFor } from './request-credentials';

const app: SecurityView = {
  ...{ name: 'app', type: 'apiKey', in: 'header', parameterName: 'X-App', scopes: [], descriptionHtml: '' },
};
const oauth: SecurityView = { name: 'oauth', type: 'oauth2', scopes: ['read'], descriptionHtml: '' };
const page = operationPage({ api: 'notes', version: 'v1', security: [[app], [app, oauth]] });
const open = operationPage({ api: 'notes', version: 'v1', security: [] });
const text = (value: string): Credential => ({ kind: 'text', text: value });
const token = (endsAt: number): Credential => ({
  ...{ kind: 'token', text: 'tok', endsAt, scopes: ['read'], refreshToken: null, way: 'program' },
});

function setUp() {
  const store = createCredentialStore(null);
  const environments = createEnvironmentStore(null, {
    'notes/v1': { variables: { region: { values: ['eu', 'us'] } } },
  });
  const obtainer = { renew: async () => null };
  const ask = (of = page) => credentialsFor(of, store, obtainer, () => 0, environments);
  return { store, environments, ask };
}

describe('what a request to live goes with', () => {
  test('is the live key where the operation wants one, and the server variables', async () => {
    const { store, environments, ask } = setUp();
    environments.choose(page, 'live');
    expect(await ask()).toMatchObject({
      kind: 'lacking',
      sentence: expect.stringContaining('no live key yet') as string,
    });
    store.hold('notes/live', portalKey, text('ptl_live_1'));
    const server = { place: { kind: 'header', name: 'X-Portal-Server' }, value: 'region=eu' };
    expect(await ask()).toEqual({
      kind: 'own',
      placed: [{ place: { kind: 'header', name: 'X-App' }, value: 'ptl_live_1' }, server],
    });
    expect(await ask(open)).toEqual({
      kind: 'own',
      placed: [{ place: { kind: 'bearer' }, value: 'ptl_live_1' }, server],
    });
  });

  test('never crosses from one environment to the other, or to another API', async () => {
    const { store, environments, ask } = setUp();
    store.hold('notes/sandbox', 'app', text('ptl_test_1'));
    store.choose('notes/sandbox', 'app');
    environments.choose(page, 'live');
    expect((await ask()).kind).toBe('lacking');
    store.hold('notes/live', portalKey, text('ptl_live_1'));
    environments.choose(page, 'sandbox');
    expect(JSON.stringify(await ask())).not.toContain('ptl_live');
    expect(await ask(operationPage({ api: 'other', version: 'v1', security: [[app]] }))).toEqual({ kind: 'key' });
  });

  test.each([
    ['sandbox', 'ptl_live_1', 'This is a live key'],
    ['live', 'ptl_test_1', 'This is a sandbox key'],
  ] as const)('a key in the wrong environment is not sent: %s', async (environment, key, sentence) => {
    const { store, environments, ask } = setUp();
    environments.choose(page, environment);
    store.hold(`notes/${environment}`, 'app', text(key));
    store.choose(`notes/${environment}`, 'app');
    expect(await ask()).toMatchObject({ kind: 'lacking', sentence: expect.stringContaining(sentence) as string });
  });
});

describe('a credential that is over', () => {
  const refused = (code: string): Settled => {
    const body = JSON.stringify({ type: `/docs/errors/${code}`, status: 401, title: 'Refused' });
    const answer = { status: 401, headers: [], headMilliseconds: 1, totalMilliseconds: 1, bytes: body.length };
    return { kind: 'answered', answer: { ...answer, body: { kind: 'text', text: body } } };
  };
  const sentenceOf = (...given: Parameters<typeof renewalOf>) => renewalOf(...given)?.sentence;

  test('is a token whose time has come, and another is had the same way', () => {
    const renewal = renewalOf([oauth], { oauth: token(10) }, 10, null);
    expect(renewal).toMatchObject({ sentence: 'Your access token has ended.', token: { scheme: oauth } });
    expect(renewalOf([oauth], { oauth: token(10) }, 9, null)).toBeNull();
  });

  test('is a token or key that the gateway has refused', () => {
    expect(sentenceOf([oauth], { oauth: token(10) }, 0, refused('token-invalid'))).toContain('revoked, or has ended');
    expect(sentenceOf([app], { app: text('k') }, 0, refused('key-expired'))).toBe('Your key has expired.');
    expect(sentenceOf(undefined, { [portalKey]: text('k') }, 0, refused('key-revoked'))).toBe('Your key was revoked.');
  });

  test('is none where the guest key ended, the API itself said 401, or nothing was refused', () => {
    expect(renewalOf(undefined, {}, 0, refused('key-expired'))).toBeNull();
    expect(renewalOf([app], { app: text('k') }, 0, refused('of-the-platform'))).toBeNull();
    expect(renewalOf([app], { app: text('k') }, 0, null)).toBeNull();
  });
});
