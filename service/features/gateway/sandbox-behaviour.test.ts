import { describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { limitsMigrations } from '../limits/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { contractAt, examples, startGateway } from './gateway.fixture.ts';

interface Thing {
  readonly id: string;
  readonly [name: string]: unknown;
}

const diploma = {
  credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
  holder: { name: 'Ada Lindqvist', email: 'ada.lindqvist@students.halden.example' },
  claims: {
    kind: 'diploma',
    degree: 'Master of Science',
    field_of_study: 'Ocean Navigation',
    awarded_on: '2026-06-12',
  },
};

/** The sandbox as a client meets it: through the gateway, on real contracts. */
describeOnBothDatabases('a sandbox', (open) => {
  async function start() {
    const database = await open([...sandboxMigrations, ...limitsMigrations]);
    const contracts = await Promise.all([
      contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2'),
      contractAt('openapi/cardea/v1.yaml', 'cardea', 'v1'),
      contractAt(`${examples}/3.1/json/train-travel.json`, 'trains'),
    ]);
    const { app, exchanges } = await startGateway(database, contracts);
    const call = async (
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      path: string,
      options: CallOptions = {},
    ) => {
      const answer = await app.inject({
        method,
        url: `/gateway${path}`,
        headers: {
          authorization: `Bearer ptl_test_${options.who ?? 'a'}`,
          ...(options.body !== undefined && { 'content-type': 'application/json' }),
          ...(options.key !== undefined && { 'idempotency-key': options.key }),
        },
        ...(options.body !== undefined && { payload: JSON.stringify(options.body) }),
      });
      const thing = answer.body === '' ? ({ id: '' } as Thing) : answer.json<Thing>();
      return { status: answer.statusCode, headers: answer.headers, thing, raw: answer.body };
    };
    return { database, contracts, call, findings: () => exchanges.flatMap((exchange) => exchange.findings) };
  }
  interface CallOptions {
    readonly body?: unknown;
    readonly who?: string;
    readonly key?: string;
  }
  const offers = '/cardea/v2/credential-offers';

  test('keeps what is created, changed and deleted', async () => {
    const { call, findings } = await start();
    const created = await call('POST', offers, { body: diploma });
    expect(created.thing).toMatchObject({ status: 'pending', holder: diploma.holder, claims: diploma.claims });
    const path = `${offers}/${created.thing.id}`;
    expect((await call('GET', path)).thing).toEqual(created.thing);
    const change = { metadata: { cohort: 'spring' }, expires_at: '2027-03-31T22:59:59Z' };
    const changed = await call('PATCH', path, { body: change });
    expect(changed.thing).toMatchObject({ ...change, id: created.thing.id, holder: diploma.holder });
    expect((await call('GET', path)).thing).toEqual(changed.thing);
    const cancelled = await call('POST', `${path}/cancel`);
    expect(cancelled.thing).toMatchObject({ id: created.thing.id, status: 'cancelled' });
    expect((await call('GET', path)).thing.status).toBe('cancelled');
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('DELETE', path)).status).toBe(404);
    expect(findings()).toEqual([]);
  });

  test('times are now: made, changed, and what the example ends a month later', async () => {
    const { call } = await start();
    const before = Date.now() - 1000;
    const { thing } = await call('POST', offers, { body: diploma });
    expect(Date.parse(String(thing.created_at))).toBeGreaterThan(before);
    expect(Date.parse(String(thing.expires_at))).toBeGreaterThan(Date.now());
    expect(String(thing.offer_url)).toContain(thing.id);
  });

  test('actions go there and back', async () => {
    const { call, findings } = await start();
    const { thing } = await call('GET', '/cardea/v2/credentials?status=active');
    const id = (thing.data as Thing[])[0]?.id ?? '';
    const reason = { status_reason: 'device_lost', note: 'Reported by phone.' };
    const suspended = await call('POST', `/cardea/v2/credentials/${id}/suspend`, { body: reason });
    expect(suspended.thing).toMatchObject({ id, status: 'suspended', status_reason: 'device_lost' });
    expect((await call('GET', `/cardea/v2/credentials/${id}`)).thing).toEqual(suspended.thing);
    const back = await call('POST', `/cardea/v2/credentials/${id}/reinstate`);
    expect(back.thing).toMatchObject({ id, status: 'active' });
    expect(findings()).toEqual([]);
  });

  test('is each organization’s own, starts with the examples, and survives a restart', async () => {
    const { database, contracts, call } = await start();
    const { thing } = await call('POST', offers, { body: diploma, who: 'a' });
    expect((await call('GET', `${offers}/${thing.id}`, { who: 'b' })).status).toBe(404);
    const fresh = (await call('GET', offers, { who: 'b' })).thing.data as Thing[];
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.map((offer) => offer.id)).not.toContain(thing.id);
    const again = await startGateway(database, contracts);
    const read = await again.app.inject({
      url: `/gateway${offers}/${thing.id}`,
      headers: { authorization: 'Bearer ptl_test_a' },
    });
    expect(read.json()).toEqual(thing);
  });

  test('a list goes through the pages of a cursor, newest first, without gaps', async () => {
    const { call, findings } = await start();
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.unshift((await call('POST', offers, { body: diploma })).thing.id);
    const whole = ((await call('GET', `${offers}?limit=100`)).thing.data as Thing[]).map((offer) => offer.id);
    expect(whole.slice(0, 5)).toEqual(made);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '?limit=2' : `?limit=2&cursor=${cursor}`;
      const { thing }: { thing: Thing } = await call('GET', offers + query);
      seen.push(...(thing.data as Thing[]).map((offer) => offer.id));
      expect(thing.has_more).toBe(thing.next_cursor !== null);
      cursor = thing.next_cursor as string | null;
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expect((await call('GET', `${offers}?cursor=nobody`)).status).toBe(400);
    expect(findings()).toEqual([]);
  });

  test('a list goes through numbered pages, with their totals', async () => {
    const { call, findings } = await start();
    const body = { type: 12, recipient_email: 'a@b.example', recipient_name: 'Ada', attributes: { degree: 'MSc' } };
    for (let n = 0; n < 3; n += 1) expect((await call('POST', '/cardea/v1/credentials', { body })).status).toBe(201);
    const first = (await call('GET', '/cardea/v1/credentials?per_page=2')).thing;
    const total = Object.values(first).find((value) => typeof value === 'number' && value >= 3);
    expect(total).toBeGreaterThanOrEqual(3);
    const items = (page: Thing) => (Object.values(page).find(Array.isArray) as Thing[]).map((item) => item.id);
    const seen: string[] = [];
    for (let page = 1; page <= Math.ceil(Number(total) / 2); page += 1) {
      seen.push(...items((await call('GET', `/cardea/v1/credentials?per_page=2&page=${page}`)).thing));
    }
    expect(new Set(seen).size).toBe(total);
    expect(findings()).toEqual([]);
  });

  test('a list is filtered by what names a property', async () => {
    const { call } = await start();
    const { thing } = await call('POST', offers, { body: diploma });
    await call('POST', `${offers}/${thing.id}/cancel`);
    const statuses = async (query: string) =>
      ((await call('GET', offers + query)).thing.data as Thing[]).map((offer) => offer.status);
    const cancelled = await statuses('?status=cancelled');
    expect(cancelled.length).toBeGreaterThan(0);
    expect(new Set(cancelled)).toEqual(new Set(['cancelled']));
    expect(new Set(await statuses('?status=pending'))).toEqual(new Set(['pending']));
  });

  test('numbered ids go on, and are not given twice', async () => {
    const { call } = await start();
    const body = { target: 'https://id.halden.example/hooks', on: ['issued'] };
    const first = (await call('POST', '/cardea/v1/webhooks', { body })).thing.id;
    expect(first).toBeTypeOf('number');
    expect((await call('DELETE', `/cardea/v1/webhooks/${first}`)).status).toBe(204);
    const second = (await call('POST', '/cardea/v1/webhooks', { body })).thing.id;
    expect(Number(second)).toBeGreaterThan(Number(first));
  });

  test('what is not there is told together with what is', async () => {
    const { call } = await start();
    const { thing } = await call('POST', offers, { body: diploma });
    const missing = await call('GET', `${offers}/off_00000000000000000000000000`);
    expect(missing.thing.detail).toBe(
      `/credential-offers/off_00000000000000000000000000 is not there; /credential-offers/${thing.id} is.`,
    );
  });

  test('another API of a file that was not written here', async () => {
    const { call, findings } = await start();
    const body = { trip_id: '4f4e4e1d-c824-4d63-b37a-d8d698862f1d', passenger_name: 'Grace Hopper', has_dog: true };
    const booking = await call('POST', '/trains/v1/bookings', { body });
    expect(booking.status).toBe(201);
    expect(booking.thing).toMatchObject(body);
    expect(booking.thing.id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call('GET', `/trains/v1/bookings/${booking.thing.id}`)).thing).toMatchObject(body);
    const all = (await call('GET', '/trains/v1/bookings')).thing.data as Thing[];
    expect(all[0]?.id).toBe(booking.thing.id);
    const source = { object: 'bank_account', name: 'G. Hopper', number: '00012345', account_type: 'individual' };
    const payment = { amount: 49.99, currency: 'gbp', source: { ...source, bank_name: 'Starling', country: 'gb' } };
    const paid = await call('POST', `/trains/v1/bookings/${booking.thing.id}/payment`, { body: payment });
    expect([paid.status, paid.thing.amount]).toEqual([200, 49.99]);
    expect((await call('DELETE', `/trains/v1/bookings/${booking.thing.id}`)).status).toBe(204);
    expect((await call('POST', `/trains/v1/bookings/${booking.thing.id}/payment`, { body: payment })).status).toBe(404);
    expect(findings()).toEqual([]);
  });

  describe('an Idempotency-Key', () => {
    test('of 50 parallel sends makes one thing and one answer', async () => {
      const { call } = await start();
      const sends = Array.from({ length: 50 }, () => call('POST', offers, { body: diploma, key: 'once' }));
      const answers = await Promise.all(sends);
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
      expect(new Set(answers.map((answer) => answer.raw)).size).toBe(1);
      expect(answers.filter((answer) => answer.headers['idempotent-replayed'] === 'true')).toHaveLength(49);
      const id = answers[0]?.thing.id;
      const all = ((await call('GET', `${offers}?limit=100`)).thing.data as Thing[]).map((offer) => offer.id);
      expect(all.filter((one) => one === id)).toHaveLength(1);
      expect(all[1]).not.toMatch(/^$/);
    });

    test('with another body is refused with 422, and does nothing', async () => {
      const { call, findings } = await start();
      const first = await call('POST', offers, { body: diploma, key: 'k1' });
      const other = { ...diploma, holder: { name: 'Grace', email: 'grace@example.com' } };
      const refused = await call('POST', offers, { body: other, key: 'k1' });
      expect(refused.status).toBe(422);
      expect(String(refused.thing.type)).toContain('idempotency-key-reused');
      const all = (await call('GET', `${offers}?limit=100`)).thing.data as Thing[];
      expect(all.filter((offer) => offer.id === first.thing.id)).toHaveLength(1);
      expect(JSON.stringify(all)).not.toContain('grace@example.com');
      expect(findings()).toEqual([]);
    });

    test('is another organization’s own', async () => {
      const { call } = await start();
      const one = await call('POST', offers, { body: diploma, key: 'k1', who: 'a' });
      const other = await call('POST', offers, { body: diploma, key: 'k1', who: 'b' });
      expect(other.headers['idempotent-replayed']).toBeUndefined();
      expect(other.thing.id).not.toBe(one.thing.id);
    });

    test('whatever the order of the members, it is the same request', async () => {
      const { call } = await start();
      const { credential_type_id, holder, claims } = diploma;
      const first = await call('POST', offers, { body: { credential_type_id, holder, claims }, key: 'k1' });
      const second = await call('POST', offers, { body: { claims, holder, credential_type_id }, key: 'k1' });
      expect(second.raw).toBe(first.raw);
    });
  });
});
