import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { Contract } from '../contract/model.ts';
import { loadPortal, type LoadedPortal, readContracts } from '../contract/read/index.ts';
import { describeOnBothDatabases } from '../tests/support/databases.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { guestAdoption } from './adopt-guest.ts';
import { buildApp } from './app.ts';
import { sandboxFeature } from './features/sandbox/index.ts';
import { portalMigrations } from './migrations.ts';
import type { Database } from './platform/database/index.ts';
import { type Browser, browser, signInByMail } from './signed-in.fixture.ts';

interface Progress {
  steps: { id: string; state: string }[];
}

describeOnBothDatabases('what a guest made', (open) => {
  let app: FastifyInstance;
  let database: Database;
  let visitor: Browser;
  let key: string;
  let guest: string;
  let offer: string;
  let newOffer: object;

  const withKey = (more: Record<string, string> = {}) => ({ authorization: `Bearer ${key}`, ...more });
  const gateway = '/gateway/cardea/v2/credential-offers';

  beforeEach(async () => {
    database = await open(portalMigrations);
    const portal: LoadedPortal = await loadPortal(new URL('../portal.config.ts', import.meta.url).pathname);
    const contracts = await readContracts(portal);
    newOffer = exampleOffer(contracts);
    app = await buildApp({
      settings: { buildFolder: '/nowhere', logLevel: 'silent', trustProxy: false },
      ...{ portal, contracts, database, ownContract: portalContract, secret: Buffer.alloc(32, 9) },
    });
    visitor = browser(app);
    const issued = (await visitor.call('POST', '/api/v1/guest-keys')).json<{ key: string; organization: string }>();
    ({ key, organization: guest } = issued);
  });
  afterEach(() => app.close());

  const signUp = async (who: Browser, name = 'Uni') => {
    await signInByMail(app, who, `ada-${randomUUID()}@uni.example`);
    const made = await who.call('POST', '/api/v1/organizations', { name });
    expect(made.status).toBe(201);
    return made.json<{ id: string; kept_from_guest: boolean }>();
  };
  const makeOffer = async () => {
    const made = await visitor.call('POST', gateway, newOffer, withKey({ 'idempotency-key': randomUUID() }));
    expect(made.status).toBe(201);
    offer = made.json<{ id: string }>().id;
    expect((await visitor.call('GET', `${gateway}/${offer}`, undefined, withKey())).status).toBe(200);
  };
  /** The ids in a generation of the sandbox. */
  const sandboxed = async (generation: string) => {
    const db = database.db.withTables<{ sandbox_rows: { generation: string; id: string } }>();
    const rows = await db.selectFrom('sandbox_rows').select('id').where('generation', '=', generation).execute();
    return rows.map(({ id }) => id);
  };
  const progress = async () =>
    (await visitor.call('GET', '/api/v1/journeys/first-call/progress', undefined, withKey())).json<Progress>().steps;

  test('is there after signing up, with the key that the browser holds', async () => {
    await makeOffer();
    await visitor.call('POST', '/api/v1/sandboxes/cardea/v2/snapshots', { name: 'Before' }, withKey());
    await visitor.call('PUT', '/api/v1/webhooks/address', { url: 'https://hooks.partner.example/' }, withKey());
    const address = (await visitor.call('GET', '/api/v1/webhooks', undefined, withKey())).json<{ address: unknown }>();
    await visitor.call('PUT', '/api/v1/sandbox-trouble/webhook-duplicates', { settings: {} }, withKey());
    const trouble = (await visitor.call('GET', '/api/v1/sandbox-trouble', undefined, withKey())).json<object>();
    expect(await progress()).toMatchObject([{ state: 'proven' }, { state: 'proven' }, { state: 'proven' }]);
    const proofs = await progress();

    const { id, kept_from_guest: isKept } = await signUp(visitor);
    expect(isKept).toBe(true);

    expect((await visitor.call('GET', `${gateway}/${offer}`, undefined, withKey())).body).toContain(offer);
    expect(await progress()).toEqual(proofs);
    const sandbox = (await visitor.call('GET', '/api/v1/sandboxes/cardea/v2', undefined, withKey())).json<object>();
    expect(sandbox).toMatchObject({ snapshots: [{ name: 'Before' }] });
    expect((await visitor.call('GET', '/api/v1/webhooks', undefined, withKey())).json()).toMatchObject({
      address: address.address,
    });
    expect((await visitor.call('GET', '/api/v1/sandbox-trouble', undefined, withKey())).json()).toEqual(trouble);
    const { data } = (await visitor.call('GET', '/api/v1/exchanges', undefined, withKey())).json<{
      data: { organization: string }[];
    }>();
    expect(data.length).toBeGreaterThanOrEqual(3);
    expect(new Set(data.map(({ organization }) => organization ?? id))).toEqual(new Set([id]));
  });

  test('is nowhere else: the guest’s cookie names nobody, and a copy of it finds nothing', async () => {
    await makeOffer();
    const copy = new Map(visitor.cookies);
    await signUp(visitor);
    expect([...visitor.cookies.keys()].filter((name) => name.includes('guest'))).toEqual([]);
    const thief = browser(app);
    for (const [name, value] of copy) if (name.includes('guest')) thief.cookies.set(name, value);
    const again = (await thief.call('POST', '/api/v1/guest-keys')).json<{ key: string; organization: string }>();
    expect(again.organization).toBe(guest);
    const found = await thief.call('GET', `${gateway}/${offer}`, undefined, { authorization: `Bearer ${again.key}` });
    expect(found.status).toBe(404);
    const seen = await thief.call('GET', '/api/v1/exchanges', undefined, { authorization: `Bearer ${again.key}` });
    expect(seen.json<{ data: object[] }>().data.length).toBeLessThanOrEqual(1);
  });

  test('goes to the first organization only, and to nobody who does not hold the cookie', async () => {
    await makeOffer();
    const somebody = browser(app);
    expect(await signUp(somebody, guest)).toMatchObject({ kept_from_guest: false });
    somebody.cookies.set('portolan_guest', guest);
    expect((await somebody.call('POST', '/api/v1/organizations', { name: 'Again' })).json()).toMatchObject({
      kept_from_guest: false,
    });
    const first = await signUp(visitor);
    await visitor.call('POST', '/api/v1/guest-keys');
    const second = await visitor.call('POST', '/api/v1/organizations', { name: 'Second' });
    expect(second.json()).toMatchObject({ kept_from_guest: false });
    const { data } = (await visitor.call('GET', '/api/v1/exchanges', undefined, withKey())).json<{ data: object[] }>();
    expect(data.length).toBe(2);
    expect(first.id).toMatch(/^org_/);
  });

  test('is moved twice without harm: what the organization has is not replaced', async () => {
    await makeOffer();
    const adopt = guestAdoption({
      database,
      sandbox: sandboxFeature({ database, secret: Buffer.alloc(32, 9) }),
      keys: { forgetKnown: () => undefined },
      traffic: { flush: async () => undefined },
      trouble: { forget: () => undefined },
    });
    const made = async () => ({ id: 'org_uni' });
    // The service writes what it recorded within this time, or when it is asked for.
    await visitor.call('GET', '/api/v1/exchanges', undefined, withKey());
    await adopt(guest, made);
    await adopt(guest, made);
    const late = (await visitor.call('POST', '/api/v1/guest-keys')).json<{ key: string }>().key;
    const later = await visitor.call('POST', gateway, newOffer, { authorization: `Bearer ${late}` });
    expect(later.status).toBe(201);
    await adopt(guest, made);
    const db =
      database.db.withTables<Record<'sandbox_spaces' | 'keys', { organization: string; generation: string }>>();
    const spaces = await db.selectFrom('sandbox_spaces').select(['organization', 'generation']).execute();
    expect(spaces.map(({ organization }) => organization).toSorted()).toEqual([guest, 'org_uni']);
    const keys = await db.selectFrom('keys').select('organization').execute();
    expect(new Set(keys.map(({ organization }) => organization))).toEqual(new Set(['org_uni']));
    const own = sandboxed(spaces.find(({ organization }) => organization === 'org_uni')?.generation ?? '');
    expect(await own).toContain(offer);
  });

  test('stays the guest’s where the organization cannot be made', async () => {
    await makeOffer();
    await signInByMail(app, visitor, 'late@uni.example');
    expect((await visitor.call('POST', '/api/v1/organizations', { name: ' ' })).status).toBe(400);
    expect((await visitor.call('GET', `${gateway}/${offer}`, undefined, withKey())).status).toBe(200);
    expect(await progress()).toMatchObject([{ state: 'proven' }, { state: 'proven' }, { state: 'proven' }]);
  });
});

/** The contract's own example of a body. */
function exampleOffer(contracts: readonly Contract[]): object {
  const v2 = contracts.find(({ api, version }) => api === 'cardea' && version === 'v2');
  const body = v2?.operations.find(({ id }) => id === 'createCredentialOffer')?.requestBody?.content[0];
  return body?.examples[0]?.value as object;
}
