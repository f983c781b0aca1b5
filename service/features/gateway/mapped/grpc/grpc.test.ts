import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { status } from '@grpc/grpc-js';
import { describe, expect, test } from 'vitest';
import { upstreamServer } from '../../live.fixture.ts';
import { changed, filesOfGuide } from '../../../../../contract/mapped/mapped.fixture.ts';
import { afterwards, type MappedGateway, startMapped } from '../mapped.fixture.ts';
import { type GrpcServer, grpcServer, type Handler, refusal } from './server.fixture.ts';

const files = filesOfGuide('grpc');
const environment = { METERS_TOKEN: 't-1' };
/** Before the instant there is a billion, and behind it a part of a second. */
const readAt = { seconds: '1795248000', nanos: 250_000_000 };

const wholeMeter = { id: 'm1', state: 'RUNNING', watt_hours: '9007199254740993', note: 'roof', read_at: readAt };

function meters(handlers: Readonly<Record<string, Handler>>): Promise<GrpcServer> {
  return grpcServer(files, 'proto/meters.proto', 'meters.v1.Meters', handlers);
}

function start(
  server: Pick<GrpcServer, 'url'>,
  options: Parameters<typeof startMapped>[2] = {},
): Promise<MappedGateway> {
  return startMapped(files, server.url, { environment, ...options });
}

describe('the example of the guide, before a real gRPC server', () => {
  test('answers with the message as JSON: a 64-bit integer as text, an enum by name, a timestamp as RFC 3339', async () => {
    const server = await meters({ GetMeter: () => wholeMeter });
    const { send, last } = await start(server);
    const { status: code, json, headers } = await send('GET', '/meters/m1');
    expect([code, json]).toEqual([
      200,
      { id: 'm1', state: 'RUNNING', wattHours: '9007199254740993', note: 'roof', readAt: '2026-11-21T08:00:00.250Z' },
    ]);
    expect(headers['content-type']).toBe('application/json');
    expect(server.calls[0]?.request).toEqual({ name: 'm1' });
    expect(last()).toMatchObject({ operation: 'getMeter', environment: 'live', findings: [], resource: 'm1' });
  });

  test('leaves out what was not set where the message knows, and has a zero for all else', async () => {
    const { send, last } = await start(await meters({ GetMeter: () => ({ id: 'm1' }) }));
    expect((await send('GET', '/meters/m1')).json).toEqual({ id: 'm1', state: 'STATE_UNSPECIFIED', wattHours: '0' });
    expect(last().findings).toEqual([]);
  });

  test('puts a body into the message, and answers with a part of what comes back', async () => {
    const server = await meters({ AddReading: ({ request }) => ({ reading: request.reading }) });
    const { send } = await start(server);
    const reading = { wattHours: '9223372036854775807', readAt: '2026-11-21T10:00:00.250+02:00' };
    const { status: code, json } = await send('POST', '/meters/m1/readings', reading);
    expect([code, json]).toEqual([201, { ...reading, readAt: '2026-11-21T08:00:00.250Z' }]);
    expect(server.calls[0]?.request).toEqual({
      meter: 'm1',
      reading: { watt_hours: '9223372036854775807', read_at: readAt },
    });
  });

  test('says nothing of the portal’s key; the credential, the trace and the deadline are there', async () => {
    const server = await meters({ GetMeter: () => wholeMeter });
    const { send } = await start(server);
    await send('GET', '/meters/m1', undefined, {
      'x-own': 'yes',
      'grpc-timeout': '1n',
      'http2-settings': 'AAMAAABk',
      'x-bin': 'a',
      'y-bin': '####',
    });
    const [call] = server.calls;
    const metadata = call?.metadata.getMap() ?? {};
    expect(metadata).toMatchObject({
      authorization: 'Bearer t-1',
      'x-own': 'yes',
      'request-id': expect.stringMatching(/^req_/) as unknown,
      traceparent: expect.stringMatching(/^00-/) as unknown,
    });
    expect(JSON.stringify(metadata)).not.toMatch(/ptl_live|####/);
    expect(Number(call?.getDeadline()) - Date.now()).toBeLessThanOrEqual(5000);
  });

  test('refuses what the contract takes and no field holds, with the place', async () => {
    const server = await meters({ AddReading: () => ({}) });
    const { send } = await start(server);
    const answer = await send('POST', '/meters/m1/readings', { wattHours: '9223372036854775808' });
    expect(answer.json).toMatchObject({
      status: 400,
      type: '/docs/errors/request-invalid',
      errors: [
        { in: 'body', at: '/wattHours', message: expect.stringContaining('from -9223372036854775808') as unknown },
      ],
    });
    expect(server.calls).toEqual([]);
  });

  test('leaves out a member that no field holds, and says so among the findings', async () => {
    const { send, last } = await start(await meters({ AddReading: ({ request }) => ({ reading: request.reading }) }));
    expect((await send('POST', '/meters/m1/readings', { wattHours: '1', colour: 'red' })).status).toBe(201);
    expect(last().findings).toEqual([
      { in: 'body', at: '/colour', message: 'has no field in the upstream’s message; it was left out' },
    ]);
  });
});

describe('errors of a gRPC upstream', () => {
  test.each<[keyof typeof status, number]>([
    ['INVALID_ARGUMENT', 400],
    ['NOT_FOUND', 404],
    ['ALREADY_EXISTS', 409],
    ['PERMISSION_DENIED', 403],
    ['UNAUTHENTICATED', 401],
    ['RESOURCE_EXHAUSTED', 429],
    ['ABORTED', 409],
    ['OUT_OF_RANGE', 400],
    ['UNIMPLEMENTED', 501],
    ['UNKNOWN', 500],
    ['INTERNAL', 500],
    ['DATA_LOSS', 500],
    ['UNAVAILABLE', 503],
    ['CANCELLED', 499],
  ])('%s is a %i with its name alone', async (name, want) => {
    const server = await meters({
      GetMeter: () => {
        throw refusal(status[name]);
      },
    });
    const { send, last } = await start(server);
    const answer = await send('GET', '/meters/m1');
    expect(answer).toMatchObject({
      status: want,
      json: { status: want, type: '/docs/errors/upstream-error', upstreamCode: name },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(last()).toMatchObject({ status: want, problem: 'upstream-error' });
  });

  test('a status that the configuration maps is what it says there', async () => {
    const server = await meters({
      GetMeter: () => {
        throw refusal(status.FAILED_PRECONDITION);
      },
    });
    expect((await (await start(server)).send('GET', '/meters/m1')).status).toBe(409);
  });

  test('504 at the deadline, and when the upstream says so itself; it is not asked again', async () => {
    const server = await meters({ GetMeter: () => new Promise(() => undefined) });
    const { send } = await start(server, { timeoutSeconds: 0.2 });
    expect((await send('GET', '/meters/m1')).json).toMatchObject({
      status: 504,
      type: '/docs/errors/upstream-timeout',
    });
    expect(server.calls).toHaveLength(1);
    const own = await meters({
      GetMeter: () => {
        throw refusal(status.DEADLINE_EXCEEDED);
      },
    });
    expect((await (await start(own)).send('GET', '/meters/m1')).json).toMatchObject({ status: 504 });
    expect(own.calls).toHaveLength(1);
  });

  test('502 where it cannot be reached', async () => {
    const { send } = await start({ url: 'http://127.0.0.1:1' });
    const { json } = await send('GET', '/meters/m1');
    expect(json).toMatchObject({ status: 502, type: '/docs/errors/upstream-unavailable' });
    expect(JSON.stringify(json)).not.toMatch(/127\.0\.0\.1|ECONN/);
  });

  test('502 where it speaks in the clear, and the address is https', async () => {
    const server = await meters({ GetMeter: () => wholeMeter });
    const { send } = await start({ url: server.url.replace('http:', 'https:') });
    expect((await send('GET', '/meters/m1')).json).toMatchObject({
      status: 502,
      type: '/docs/errors/upstream-unavailable',
    });
    expect(server.calls).toEqual([]);
  });

  test('502 where what comes back is another message', async () => {
    const other = (files['proto/meters.proto'] ?? '').replace('string id = 1;\n  State', 'fixed64 id = 1;\n  State');
    const server = await grpcServer(
      { ...files, 'proto/meters.proto': other },
      'proto/meters.proto',
      'meters.v1.Meters',
      {
        GetMeter: () => ({ id: '18446744073709551615' }),
      },
    );
    const { status: code, json } = await (await start(server)).send('GET', '/meters/m1');
    expect([code, json]).toMatchObject([502, { type: '/docs/errors/upstream-error' }]);
  });
});

describe('the same rules as for any upstream', () => {
  test('an answer that breaks the contract goes through, with a finding', async () => {
    const yaml = (files['openapi/meters.yaml'] ?? '').replace(
      'note: { type: string }',
      'note: { type: string, maxLength: 2 }',
    );
    const server = await meters({ GetMeter: () => wholeMeter });
    const { send, last } = await startMapped({ ...files, 'openapi/meters.yaml': yaml }, server.url, { environment });
    expect((await send('GET', '/meters/m1')).status).toBe(200);
    expect(last().findings).toMatchObject([{ in: 'response', at: '/note' }]);
  });

  test('what is idempotent by the contract is sent a second time where the upstream is unavailable, and a write is not', async () => {
    let failures = 1;
    const flaky: Handler = () => {
      failures -= 1;
      if (failures >= 0) throw refusal(status.UNAVAILABLE);
      return wholeMeter;
    };
    const server = await meters({ GetMeter: flaky, AddReading: flaky });
    const { send, last } = await start(server);
    expect((await send('GET', '/meters/m1')).status).toBe(200);
    expect(last().findings.map(({ message }) => message)).toEqual([
      'the upstream first answered with 503; the request was sent a second time',
    ]);
    failures = 1;
    server.calls.length = 0;
    expect((await send('POST', '/meters/m1/readings', { wattHours: '1' })).status).toBe(503);
    expect(server.calls).toHaveLength(1);
  });

  test('an upstream that fails again and again is left alone; an error in the request is no failure', async () => {
    let code = status.NOT_FOUND;
    const server = await meters({
      GetMeter: () => {
        throw refusal(code);
      },
    });
    const { send } = await start(server, { protection: { failuresInARow: 2, retryPercent: 0 } });
    for (let count = 0; count < 3; count += 1) expect((await send('GET', '/meters/m1')).status).toBe(404);
    code = status.UNAVAILABLE;
    await send('GET', '/meters/m1');
    await send('GET', '/meters/m1');
    expect((await send('GET', '/meters/m1')).json).toMatchObject({ type: '/docs/errors/upstream-paused' });
    expect(server.calls).toHaveLength(5);
  });

  test('a client that goes away cancels the call', async () => {
    let cancelled: Promise<unknown> | undefined;
    let arrive: () => void;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const server = await meters({
      GetMeter: (call) => {
        cancelled = once(call, 'cancelled');
        arrive();
        return new Promise(() => undefined);
      },
    });
    const { app } = await start(server);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const headers = { authorization: 'Bearer ptl_live_a' };
    const client = httpRequest({ port, path: '/gateway/meters/v1/meters/m1', headers }).on('error', () => undefined);
    client.end();
    await arrived;
    client.destroy();
    await cancelled;
    expect(server.calls[0]?.cancelled).toBe(true);
  });

  test('a token that the upstream refuses is fetched anew, and the call is sent again', async () => {
    let issued = 0;
    const tokens = await upstreamServer((_request, response) => {
      issued += 1;
      const token = { access_token: `token-${issued}`, token_type: 'Bearer', expires_in: 3600 };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token));
    });
    afterwards(() => tokens.close());
    const server = await meters({
      GetMeter: ({ metadata }) => {
        if (String(metadata.get('authorization')) !== 'Bearer token-2') throw refusal(status.UNAUTHENTICATED);
        return wholeMeter;
      },
    });
    const config = (files['portal.config.ts'] ?? '').replace(
      "{ kind: 'bearer', tokenFrom: 'METERS_TOKEN' }",
      `{ kind: 'oauth2', tokenUrl: '${tokens.origin}/token', clientIdFrom: 'ID', clientSecretFrom: 'SECRET' }`,
    );
    const { send } = await startMapped({ ...files, 'portal.config.ts': config }, server.url, {
      environment: { ID: 'portal', SECRET: 's' },
    });
    expect((await send('GET', '/meters/m1')).status).toBe(200);
    expect([issued, server.calls.length]).toEqual([2, 2]);
  });

  test('an Idempotency-Key has one effect, and the same answer again', async () => {
    const declared = changed(files, 'openapi/meters.yaml', [
      [
        '      operationId: addReading\n      parameters: [{',
        '      operationId: addReading\n      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }, {',
      ],
    ]);
    const server = await meters({ AddReading: ({ request }) => ({ reading: request.reading }) });
    const { send } = await startMapped(declared, server.url, { environment });
    const key = { 'idempotency-key': 'a-1' };
    const first = await send('POST', '/meters/m1/readings', { wattHours: '1' }, key);
    const again = await send('POST', '/meters/m1/readings', { wattHours: '1' }, key);
    expect([first.status, again.status, again.json]).toEqual([201, 201, first.json]);
    expect((await send('POST', '/meters/m1/readings', { wattHours: '2' }, key)).status).toBe(422);
    expect(server.calls).toHaveLength(1);
  });

  test('many calls at once go over one connection', async () => {
    const server = await meters({ GetMeter: () => wholeMeter });
    const { send } = await start(server);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('GET', '/meters/m1')));
    expect(new Set(answers.map((each) => each.status))).toEqual(new Set([200]));
    expect(new Set(server.calls.map((call) => call.getPeer())).size).toBe(1);
  });
});
