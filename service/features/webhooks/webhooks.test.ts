import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test } from 'vitest';
import { readDescription } from '../../../contract/read/description.fixture.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import { describeOnBothDatabases, newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { seal } from '../../platform/secret/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { webhooksMigrations } from './index.ts';
import { documentOf } from './make-payload.ts';
import { sqlWebhookStore } from './sql-webhook-store.ts';
import { cardea, type DetailAnswer, receiver, type Running, startWebhooks, status } from './webhooks.fixture.ts';

const credential = { credential_id: 'crd_01k9za2b2c3d4e5f6g7h8j9k0n' };
const revoke = (running: Running) => running.play('revokeCredential', credential, { status_reason: 'misuse' });
const suspend = (running: Running) => running.play('suspendCredential', credential, { status_reason: 'device_lost' });
const reinstate = (running: Running) => running.play('reinstateCredential', credential);

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

async function listening(...answers: Parameters<typeof receiver>) {
  const started = await receiver(...answers);
  ends.push(() => started.close());
  return started;
}

async function deliveries(running: Running, query = '') {
  return (await running.ask('GET', `/webhooks/deliveries${query}`)).body.data;
}

async function detail(running: Running, id: string | undefined): Promise<DetailAnswer> {
  return (await running.ask('GET', `/webhooks/deliveries/${id}`)).body as unknown as DetailAnswer;
}

/** Throws where Standard Webhooks' own library would refuse; its clock is this machine's, so that only the signature counts. */
function isSigned({ headers, body }: { headers: Record<string, string>; body: string }, secret: string): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const expected = new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body);
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}

describeOnBothDatabases('the webhooks of a sandbox', (open) => {
  test('go to an endpoint that the contract’s own operations registered, signed by its secret', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening();
    const endpoint = await running.play('createWebhookEndpoint', {}, { url, event_types: ['credential.revoked'] });
    await revoke(running);
    await running.later(0);
    expect(received).toHaveLength(1);
    const [got] = received;
    if (got === undefined) return;
    expect(isSigned(got, String(endpoint.secret))).toBe(true);
    const event = JSON.parse(got.body) as { id: string; type: string; data: object };
    expect(event).toMatchObject({
      type: 'credential.revoked',
      data: { ...credential, status: 'revoked', status_reason: 'misuse' },
    });
    expect(got.headers).toMatchObject({ 'webhook-id': event.id, 'content-type': 'application/json' });
    const webhook = cardea.webhooks.find(({ path }) => path === 'credential.revoked');
    const schema = webhook && documentOf(webhook)?.schema;
    expect(schema && validatorFor(cardea).validate(schema, event, 'request')).toEqual([]);
    // The very object that can be read from the collection of events.
    expect(await running.play('getEvent', { event_id: event.id })).toEqual(event);
  });

  test('go to nobody who does not take their type, and who is disabled', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening();
    await running.play('createWebhookEndpoint', {}, { url, event_types: ['offer.accepted'] });
    const all = await running.play('createWebhookEndpoint', {}, { url: `${url}/all`, event_types: ['*'] });
    await running.play('updateWebhookEndpoint', { webhook_endpoint_id: String(all.id) }, { status: 'disabled' });
    await revoke(running);
    await running.later(0);
    expect(received).toEqual([]);
  });

  test('have the secret of their endpoint, which is new with each one and is not shown again', async () => {
    const running = await startWebhooks(open);
    const make = () => running.play('createWebhookEndpoint', {}, { url: 'https://a.example/', event_types: ['*'] });
    const [one, other] = [await make(), await make()];
    expect(one.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(one.secret).not.toBe(other.secret);
    const read = await running.play('getWebhookEndpoint', { webhook_endpoint_id: String(one.id) });
    expect(read).not.toHaveProperty('secret');
  });

  test('are signed by both secrets for a day after a rotation, then by the new one', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening();
    const made = await running.play('createWebhookEndpoint', {}, { url, event_types: ['*'] });
    const id = { webhook_endpoint_id: String(made.id) };
    const rotated = await running.play('rotateWebhookEndpointSecret', id);
    expect(rotated.secret).not.toBe(made.secret);
    await suspend(running);
    await running.later(0);
    await running.later(24 * 3600 + 1);
    await reinstate(running);
    await running.later(0);
    const signedBy = received.map((got) => [made, rotated].map(({ secret }) => isSigned(got, String(secret))));
    expect(signedBy).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  test('that fail are sent again after waits that grow, until they are received', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening(status(500), status(302, { location: '/elsewhere' }), status(200));
    await running.play('createWebhookEndpoint', {}, { url, event_types: ['*'] });
    await revoke(running);
    await running.later(0);
    const [waiting] = await deliveries(running, '?state=waiting');
    expect(waiting).toMatchObject({
      attempts: 1,
      last_status: 500,
      note: 'It was answered with 500; only 2XX counts as received.',
    });
    await running.later(4);
    expect(received).toHaveLength(1);
    await running.later(2.5);
    expect(received).toHaveLength(2);
    expect((await deliveries(running, '?state=waiting'))[0]?.note).toBe(
      'It was answered with 302; redirects are not followed.',
    );
    await running.later(40);
    const [delivery] = (await deliveries(running)).filter(({ goes_to_inbox: inInbox }) => !inInbox);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 3, last_status: 200, next_attempt_at: null });
    const seen = await detail(running, delivery?.id);
    expect(seen.attempts_made.map((attempt) => attempt.status)).toEqual([500, 302, 200]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });

  test('wait as long as Retry-After says, and fail for good after the last attempt', async () => {
    const running = await startWebhooks(open, { retryAfterSeconds: [5] });
    const { url, received } = await listening(status(429, { 'retry-after': '60' }), status(503, {}, 'no\u0000pe'));
    await running.play('createWebhookEndpoint', {}, { url, event_types: ['*'] });
    await revoke(running);
    await running.later(0);
    await running.later(59);
    expect(received).toHaveLength(1);
    await running.later(2);
    expect(received).toHaveLength(2);
    const failed = (await deliveries(running, '?state=failed'))[0];
    expect(failed).toMatchObject({
      attempts: 2,
      note: expect.stringContaining('It was the last of 2 attempts.') as string,
    });
    const seen = await detail(running, failed?.id);
    expect(seen.attempts_made[1]).toMatchObject({ status: 503, response_body: 'no\uFFFDpe' });
    await running.later(100_000);
    expect(received).toHaveLength(2);
  });

  test('end at an endpoint that answers 410, which is disabled, and at one that failed for three days', async () => {
    const running = await startWebhooks(open, { retryAfterSeconds: Array.from({ length: 80 }, () => 3600) });
    const gone = await listening(status(410));
    const down = await listening(status(500));
    const [first, second] = [
      await running.play('createWebhookEndpoint', {}, { url: gone.url, event_types: ['*'] }),
      await running.play('createWebhookEndpoint', {}, { url: down.url, event_types: ['*'] }),
    ];
    await revoke(running);
    await running.later(0);
    const endpoint = (id: unknown) => running.play('getWebhookEndpoint', { webhook_endpoint_id: String(id) });
    expect(await endpoint(first.id)).toMatchObject({ status: 'disabled' });
    expect(await endpoint(second.id)).toMatchObject({ status: 'enabled' });
    for (let days = 0; days < 3; days += 1) await running.later(86_400);
    await running.later(4000);
    expect(await endpoint(second.id)).toMatchObject({ status: 'disabled' });
    expect((await deliveries(running, '?state=waiting')).length).toBe(0);
  });

  test('stop when their endpoint is deleted, and follow it to a new address', async () => {
    const running = await startWebhooks(open);
    const old = await listening(status(500));
    const moved = await listening();
    const made = await running.play('createWebhookEndpoint', {}, { url: old.url, event_types: ['*'] });
    const other = await running.play('createWebhookEndpoint', {}, { url: old.url, event_types: ['*'] });
    await revoke(running);
    await running.later(0);
    await running.play('updateWebhookEndpoint', { webhook_endpoint_id: String(made.id) }, { url: moved.url });
    await running.play('deleteWebhookEndpoint', { webhook_endpoint_id: String(other.id) });
    await running.later(10);
    expect([old.received.length, moved.received.length]).toEqual([2, 1]);
    expect((await deliveries(running, '?state=stopped'))[0]?.note).toBe('The endpoint was deleted.');
  });

  test('go to the built-in inbox where nobody takes them, and what is for a documentation address, too', async () => {
    const running = await startWebhooks(open);
    await running.ask('POST', '/webhooks/test-events', { api: 'cardea', version: 'v2', type: 'offer.declined' });
    await revoke(running);
    await running.later(0);
    const inbox = await deliveries(running, '?inbox=true');
    expect(inbox.map(({ type, endpoint, state }) => [type, endpoint, state])).toEqual([
      ['credential.revoked', 'whe_01k9zb1c2d3e4f5g6h7j8k9m0n', 'delivered'],
      ['offer.declined', 'inbox', 'delivered'],
    ]);
    const seen = await detail(running, inbox[1]?.id);
    const { secret } = (await running.ask('GET', '/webhooks')).body.inbox;
    expect(isSigned({ headers: { ...seen.attempts_made[0]?.request_headers }, body: seen.body }, secret)).toBe(true);
    expect(seen.attempts_made[0]?.checks.map(({ name, passed }) => [name, passed])).toEqual([
      ['headers', true],
      ['timestamp', true],
      ['signature', true],
    ]);
  });

  test('tell of what time brings, without a request: the holder accepts, the credential is issued', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening();
    await running.play('createWebhookEndpoint', {}, { url, event_types: ['*'] });
    const offer = await running.play(
      'createCredentialOffer',
      {},
      {
        credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
        holder: { name: 'Ada', email: 'accepts@holder.example', reference: 'NW-1' },
        claims: { kind: 'diploma', degree: 'MSc', field_of_study: 'Navigation', awarded_on: '2026-06-12' },
        delivery: { channel: 'email' },
      },
    );
    await running.later(2);
    expect(received).toEqual([]);
    await running.later(4);
    await running.later(1);
    const told = received.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> });
    expect(told.map(({ type }) => type).sort()).toEqual(['credential.issued', 'offer.accepted']);
    for (const { type, data } of told) {
      expect(data.offer_id).toBe(offer.id);
      const webhook = cardea.webhooks.find(({ path }) => path === type);
      const schema = webhook && documentOf(webhook)?.schema;
      const event = told.find((one) => one.type === type);
      expect(schema && validatorFor(cardea).validate(schema, event, 'request')).toEqual([]);
    }
  });

  test('are not sent where the request changed nothing', async () => {
    const running = await startWebhooks(open);
    await running.play(
      'revokeCredential',
      { credential_id: 'crd_00000000000000000000000000' },
      { status_reason: 'misuse' },
    );
    await running.later(0);
    expect(await deliveries(running)).toEqual([]);
  });

  test('go to the organization’s own address, too, until it is removed', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening();
    const { body } = await running.ask('PUT', '/webhooks/address', { url });
    await suspend(running);
    await running.later(0);
    expect(received.map((got) => isSigned(got, body.secret))).toEqual([true]);
    expect((await running.ask('DELETE', '/webhooks/address')).status).toBe(204);
    await reinstate(running);
    await running.later(0);
    expect(received).toHaveLength(1);
    expect((await running.ask('GET', '/webhooks')).body.address).toBeNull();
  });

  test('are sent again, one or all since a time, with the same id and a new timestamp', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening();
    await running.ask('PUT', '/webhooks/address', { url });
    await suspend(running);
    await running.later(10);
    const since = running.now().toISOString();
    await reinstate(running);
    await running.later(10);
    const own = (await deliveries(running)).filter(({ endpoint }) => endpoint === 'own');
    const one = await running.ask('POST', `/webhooks/deliveries/${own[1]?.id}/replay`);
    expect(one.status).toBe(202);
    await running.later(10);
    const all = await running.ask('POST', '/webhooks/replays', { since });
    expect(all.body.data.map(({ type, cause }) => [type, cause])).toContainEqual(['credential.reinstated', 'replay']);
    expect(all.body.data.map(({ type }) => type)).not.toContain('credential.suspended');
    await running.later(10);
    const [first, second, third, fourth] = received.map(({ headers }) => headers['webhook-id']);
    expect([third, fourth]).toEqual([first, second]);
    expect(new Set(received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(4);
  });

  test('come twice, late and with a clock that is off where the partner asked for it', async () => {
    const running = await startWebhooks(open);
    const { url, received } = await listening();
    await running.ask('PUT', '/webhooks/address', { url });
    running.trouble = { copies: 3, heldBackSeconds: 20, clockSkewSeconds: 600 };
    await suspend(running);
    await running.later(30);
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const sent = Number(received[0]?.headers['webhook-timestamp']) * 1000;
    expect(sent - running.now().getTime()).toBe(600_000);
    const found = (await deliveries(running)).filter(({ endpoint }) => endpoint === 'own');
    expect(found.map(({ cause }) => cause).sort()).toEqual(['duplicate', 'duplicate', 'event']);
    const seen = await detail(running, found[0]?.id);
    expect(seen.attempts_made[0]?.checks[1]).toMatchObject({ name: 'timestamp', passed: false });
  });

  test('are the organization’s own: another’s are not there', async () => {
    const running = await startWebhooks(open);
    await revoke(running);
    await running.later(0);
    const [delivery] = await deliveries(running);
    const asked = (authorization: string) =>
      running.app.inject({ url: `/api/v1/webhooks/deliveries/${delivery?.id}`, headers: { authorization } });
    expect((await asked('Bearer test/org_1')).statusCode).toBe(200);
    expect((await asked('Bearer test/org_2')).statusCode).toBe(404);
    expect((await asked('Bearer live/org_1')).statusCode).toBe(403);
    expect((await asked('')).statusCode).toBe(401);
  });

  test('are forgotten after a time, and what is beyond the newest', async () => {
    const running = await startWebhooks(open);
    for (let i = 0; i < 4; i += 1) {
      await running.ask('POST', '/webhooks/test-events', { api: 'cardea', version: 'v2', type: 'offer.declined' });
    }
    await running.later(0);
    const store = sqlWebhookStore(running.database, seal(Buffer.alloc(32, 9), 'webhooks'));
    const long = { before: new Date(0), guestsBefore: new Date(0), guestPrefix: 'org_guest_', most: 3 };
    expect(await store.prune(long)).toBe(1);
    expect(await deliveries(running)).toHaveLength(3);
    expect(await store.prune({ ...long, guestsBefore: new Date('2030-01-01') })).toBe(0);
    expect(await store.prune({ ...long, before: new Date('2030-01-01') })).toBe(3);
    expect(
      await running.database.db
        .withTables<{ webhook_attempts: { delivery: string } }>()
        .selectFrom('webhook_attempts')
        .selectAll()
        .execute(),
    ).toEqual([]);
  });
});

describeOnBothDatabases('a contract without endpoints and events', (open) => {
  const seat = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, row: { type: 'integer' } } };
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  const seats = readDescription({
    paths: {
      '/seats': {
        post: {
          operationId: 'createSeat',
          requestBody: json(seat),
          responses: { 201: { description: 'Made.', ...json(seat) } },
        },
      },
      '/seats/{seat_id}': {
        parameters: [{ name: 'seat_id', in: 'path', required: true, schema: { type: 'string' } }],
        get: { operationId: 'getSeat', responses: { 200: { description: 'Here.', ...json(seat) } } },
      },
    },
    webhooks: {
      seatMade: {
        post: {
          operationId: 'seatMade',
          'x-sandbox': { sentAfter: ['createSeat'] },
          requestBody: json({ type: 'object', required: ['data'], properties: { data: seat } }),
          responses: { 204: { description: 'Thanks.' } },
        },
      },
    },
  });

  test('sends after the operation that it names, to the inbox or to the organization’s own address', async () => {
    const running = await startWebhooks(open, { contracts: [seats] });
    await running.play('createSeat', {}, { row: 7 });
    await running.later(0);
    const [inbox] = await deliveries(running);
    expect(inbox).toMatchObject({ type: 'seatMade', endpoint: 'inbox', state: 'delivered' });
    const { url, received } = await listening();
    await running.ask('PUT', '/webhooks/address', { url });
    const made = await running.play('createSeat', {}, { row: 8 });
    await running.later(0);
    expect(received.map(({ body }) => JSON.parse(body) as object)).toEqual([{ data: made }]);
    // Without an id of its own, an event gets one: it is what duplicates are known by.
    expect(received[0]?.headers['webhook-id']).toMatch(/^msg_[0-9a-z]{26}$/);
  });
});

describeOnBothDatabases('several instances', (open) => {
  test('share the work: each delivery is sent once', async () => {
    const first = await startWebhooks(open);
    const second = await startWebhooks(first.database);
    const { url, received } = await listening();
    await first.ask('PUT', '/webhooks/address', { url });
    for (let i = 0; i < 40; i += 1) {
      await first.ask('POST', '/webhooks/test-events', { api: 'cardea', version: 'v2', type: 'offer.declined' });
    }
    await Promise.all([first.later(1), second.later(1), first.later(1), second.later(1)]);
    // What one instance gave back because its lane was full, when the other had looked already.
    await first.later(1);
    expect(received.filter(({ headers }) => headers['webhook-id'])).toHaveLength(40);
  });

  test('take over what an instance left behind that died, after its lease', async () => {
    const running = await startWebhooks(open);
    await running.ask('POST', '/webhooks/test-events', { api: 'cardea', version: 'v2', type: 'offer.declined' });
    const store = sqlWebhookStore(running.database, seal(Buffer.alloc(32, 9), 'webhooks'));
    const now = new Date(running.now().getTime() + 1000);
    const leasedUntil = new Date(now.getTime() + 30_000);
    const claimed = await store.claim({ now, leasedUntil, limit: 10, fullLanes: [] });
    expect(claimed).toHaveLength(1);
    await running.later(20);
    expect((await deliveries(running))[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    await running.later(20);
    expect((await deliveries(running))[0]).toMatchObject({ state: 'delivered', attempts: 1 });
  });
});

describe('an address', () => {
  test('of a private network is refused when it is saved, by the contract’s own operation and by the portal’s', async () => {
    const place = await newSqlite();
    const database = await openDatabase(place);
    await migrate(database, [...sandboxMigrations, ...webhooksMigrations]);
    ends.push(
      () => place.remove(),
      () => database.close(),
    );
    const running = await startWebhooks(database, { allowPrivate: false });
    for (const url of ['https://127.0.0.1/', 'https://[::ffff:10.0.0.1]/', 'https://metadata.google.internal/']) {
      await expect(running.play('createWebhookEndpoint', {}, { url, event_types: ['*'] })).rejects.toMatchObject({
        code: 'request-invalid',
        errors: [{ in: 'body', at: '/url' }],
      });
      const own = await running.ask('PUT', '/webhooks/address', { url });
      expect(own.status).toBe(400);
      expect(own.body.detail).toContain(url);
    }
  });
});
