import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { issueKey, sqlKeyStore, type WantedKey } from './features/keys/index.ts';
import { systemClock } from './platform/clock.ts';
import { newId } from './platform/ids.ts';

/** Whatever the contract says takes the team key and nothing else: a route that is added later is in this list by itself. */
const routes = portalContract.operations.filter(
  ({ security }) => security.length > 0 && security.every((each) => 'teamKey' in each),
);

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

async function keyOf(difference: Partial<WantedKey>): Promise<string> {
  const wanted = { organization: 'org_a', environment: 'sandbox', requestsPerMinute: 600, lifetimeDays: null } as const;
  const deps = { store: sqlKeyStore(running.database), clock: systemClock, newId, random: randomBytes };
  return (await issueKey({ ...wanted, ...difference }, deps)).text;
}

async function guestKey(): Promise<string> {
  const answer = await running.app.inject({ method: 'POST', url: '/api/v1/guest-keys' });
  return answer.json<{ key: string }>().key;
}

test('there are routes of the team, and all below /team are such', () => {
  expect(routes.length).toBeGreaterThanOrEqual(2);
  const below = portalContract.operations.filter(({ path }) => path.startsWith('/team'));
  const open = below.filter(
    ({ security }) =>
      security.length === 0 || !security.every((each) => 'teamKey' in each || each.session?.join() === 'staff'),
  );
  expect(open.map(({ id }) => id)).toEqual([]);
});

describe.each(routes.map(({ id, method, path }) => ({ id, method, path })))('$id', ({ method, path }) => {
  const url = path.replaceAll(/\{[^}]+\}/g, 'xxx_none');
  const send = (key: string | null, base = '/api/v1') =>
    running.app.inject({
      method: method.toUpperCase() as 'GET',
      url: base + url,
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
    });

  test.each(['/api/v1', '/gateway/portal/v1'])('takes the team key and no other, at %s', async (base) => {
    const statuses = {
      none: (await send(null, base)).statusCode,
      guest: (await send(await guestKey(), base)).statusCode,
      partner: (await send(await keyOf({}), base)).statusCode,
      live: (await send(await keyOf({ environment: 'live' }), base)).statusCode,
      team: (await send(await keyOf({ organization: 'org_team', scopes: ['portal:team'] }), base)).statusCode,
    };
    expect(statuses).toMatchObject({ none: 401, guest: 403, partner: 403, live: 403 });
    // There is no thing with the id that was asked for; a list is there.
    expect([200, 404]).toContain(statuses.team);
  });
});
