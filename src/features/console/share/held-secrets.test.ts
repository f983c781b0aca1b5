import { expect, test } from 'vitest';
import { createGuestKeys } from '../../../portal-client';
import type { ConsoleCredentials } from '../credentials';
import { createCredentialStore, credentialPlace } from '../credentials/credential-store';
import { operationPage } from '../page.fixture';
import { heldSecrets } from './held-secrets';
import { withoutSecrets } from './left-out-secret';

test('everything secret that is held for the API is known: of both environments, in memory only or not, chosen or not', async () => {
  const keys = createGuestKeys(
    async () => ({
      kind: 'ok',
      value: {
        key: 'ptl_test_guest',
        environment: 'sandbox',
        organization: 'org_guest',
        expires_at: new Date(Date.now() + 7_000_000).toISOString(),
        requests_per_minute: 120,
      },
    }),
    Date.now,
  );
  await keys.obtain();
  const page = operationPage();
  const store = createCredentialStore(null);
  const token = {
    kind: 'token',
    text: 'an access token',
    endsAt: 1,
    scopes: [],
    refreshToken: 'a refresh token',
    way: 'person',
  } as const;
  store.hold(credentialPlace(page), 'oauth', token);
  store.hold(credentialPlace(page), 'basic', { kind: 'basic', user: 'ada', password: 'pass word' });
  store.hold(credentialPlace(page, 'live'), 'key', { kind: 'text', text: 'a live key' });
  store.hold(credentialPlace({ api: 'another' }), 'key', { kind: 'text', text: 'of another API' });

  const secrets = heldSecrets(page, { keys, credentials: { store } as unknown as ConsoleCredentials });
  expect([...secrets].sort()).toEqual(
    ['ptl_test_guest', 'an access token', 'a refresh token', 'pass word', btoa('ada:pass word'), 'a live key'].sort(),
  );
  expect(withoutSecrets(`Basic ${btoa('ada:pass word')}, pass%20word`, secrets).text).not.toMatch(/pass|YWRh/);
});
