import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayProcess, startGatewayProcess } from './raw/gateway-process.ts';
import { head, talk } from './raw/raw-client.ts';
import { type RecordingUpstream, recordingUpstream, type SeenRequest } from './raw/recording-upstream.ts';

let upstream: RecordingUpstream;
let gateway: GatewayProcess;
beforeAll(async () => {
  upstream = await recordingUpstream();
  gateway = await startGatewayProcess(upstream.origin);
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const at = '/gateway/things/v1';

/** Sends one request, byte for byte, and gives the status with what the upstream saw of it, if it saw it. */
async function send(line: string, ...lines: readonly string[]): Promise<{ status: number; seen: SeenRequest | null }> {
  const before = upstream.seen.length;
  const bearer = `Authorization: Bearer ${gateway.key}`;
  const request = head(line, 'Host: portal.example', bearer, ...lines, 'Connection: close');
  const { statuses } = await talk(gateway.port, Buffer.from(request, 'latin1'));
  expect(statuses).toHaveLength(1);
  return { status: statuses[0] ?? 0, seen: upstream.seen[before] ?? null };
}

const valueOf = (seen: SeenRequest | null, name: string) =>
  seen?.headers.filter(([sent]) => sent.toLowerCase() === name.toLowerCase()).map(([, value]) => value);

describe('the upstream sees only what the gateway says of itself', () => {
  test.each([
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-Forwarded-Port',
    'X-Forwarded-Prefix',
    'X-Forwarded-Client-Cert',
    'X_Forwarded_For',
    'X-Forwarded_For',
    'Forwarded',
    'X-Real-IP',
    'X_Real_IP',
    'X-Client-IP',
    'X-Cluster-Client-IP',
    'True-Client-IP',
    'CF-Connecting-IP',
    'Via',
    'X-Original-URL',
    'X-Rewrite-URL',
    'X-HTTP-Method-Override',
    'X-HTTP-Method',
    'X-Method-Override',
    'X-Portal-Organization',
    'X-Portal-Key',
    'X_Portal_Organization',
    'X-Request-Id',
    'Cookie',
    'Origin',
    'Referer',
    'Sec-Fetch-Site',
    'Keep-Alive',
    'Proxy-Authorization',
    'Proxy-Connection',
    'TE',
    'Trailer',
    'Upgrade',
  ])('%s of a client does not go on', async (name) => {
    const { status, seen } = await send(
      `GET ${at}/things HTTP/1.1`,
      `${name}: spoofed-value`,
      `${name}: spoofed-again`,
    );
    expect(status).toBe(200);
    expect(JSON.stringify(seen?.headers)).not.toContain('spoofed');
    expect(valueOf(seen, name.replaceAll('_', '-'))).toEqual([]);
  });

  test('its request id is the gateway’s, and the one that the client gets', async () => {
    const bearer = `Authorization: Bearer ${gateway.key}`;
    const ids = ['Request-Id: spoofed', 'Request_Id: spoofed', 'request-id: spoofed'];
    const { text } = await talk(
      gateway.port,
      head(`GET ${at}/things HTTP/1.1`, 'Host: x', bearer, ...ids, 'Connection: close'),
    );
    const id = /^request-id: (req_\w+)\r$/m.exec(text)?.[1];
    expect(id).toBeDefined();
    expect(valueOf(upstream.seen.at(-1) ?? null, 'request-id')).toEqual([id]);
    expect(valueOf(upstream.seen.at(-1) ?? null, 'request_id')).toEqual([]);
  });

  test('the host is the upstream’s, whatever the client says', async () => {
    const { seen } = await send(`GET http://elsewhere.example${at}/things HTTP/1.1`);
    expect(valueOf(seen, 'host')).toEqual([new URL(upstream.origin).host]);
  });

  test('the portal’s own key does not go on, in whatever header', async () => {
    const { seen } = await send(`GET ${at}/things?key=${gateway.key} HTTP/1.1`, `X-Copy: ${gateway.key}`);
    expect(JSON.stringify(seen)).not.toContain(gateway.key);
  });

  test.each(['authorization', 'Authorization, content-type', 'host', 'request-id', 'content-length', 'close, x-a'])(
    'Connection: %s takes away what it names, and nothing that the gateway needs',
    async (names) => {
      const body = '{"name":"a"}';
      const lines = [
        `POST ${at}/things HTTP/1.1`,
        'Host: x',
        `Authorization: Bearer ${gateway.key}`,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        'X-A: 1',
        'X-B: 2',
        `Connection: ${names}`,
      ];
      const { statuses } = await talk(gateway.port, head(...lines) + body);
      const seen = upstream.seen.at(-1) ?? null;
      expect(statuses).toEqual([200]);
      expect(seen?.body).toBe(body);
      expect(valueOf(seen, 'content-type')).toEqual(['application/json']);
      expect(valueOf(seen, 'host')).toEqual([new URL(upstream.origin).host]);
      expect(valueOf(seen, 'request-id')?.[0]).toMatch(/^req_/);
      expect(valueOf(seen, 'x-a')).toEqual(names.includes('x-a') ? [] : ['1']);
      expect(valueOf(seen, 'x-b')).toEqual(['2']);
    },
  );

  test('headers of the integrator go on as they are', async () => {
    const { seen } = await send(
      `GET ${at}/things HTTP/1.1`,
      'X-Mine: a',
      'X-Mine: b',
      'If-None-Match: "1"',
      'Prefer: x',
    );
    expect(valueOf(seen, 'x-mine')).toEqual(['a, b']);
    expect(valueOf(seen, 'if-none-match')).toEqual(['"1"']);
  });
});

describe('what is authorised is what is forwarded', () => {
  test.each([
    ['/things/a', '/things/a'],
    ['/things/a%20b', '/things/a%20b'],
    ['/things/%C3%A4', '/things/%C3%A4'],
    ['/things/%c3%a4', '/things/%c3%a4'],
    ['/things/a;b=c', '/things/a;b=c'],
    ['/things/a:b@c!$&()*+,=~', '/things/a:b@c!$&()*+,=~'],
    ['/things?a=%2F..%2f&b=//', '/things?a=%2F..%2f&b=//'],
    ['/things?', '/things'],
    ['/%74hings', '/%74hings'],
  ])('%s goes on as it is', async (path, target) => {
    const { status, seen } = await send(`GET ${at}${path} HTTP/1.1`);
    expect({ status, target: seen?.target }).toEqual({ status: 200, target });
  });

  test.each([
    '/things/..',
    '/things/.',
    '/things/../admin',
    '/things/./a',
    '/things/%2e%2e',
    '/things/%2E%2e/admin',
    '/things/.%2e/admin',
    '/things/%2e./admin',
    '/things/..%2fadmin',
    '/things/a%2fb',
    '/things/a%2Fb',
    '/things/a%5cb',
    '/things/a%5Cb',
    '/things/a\\b',
    '/things/..\\admin',
    '/things//a',
    '//things',
    '/things/%252e%252e/admin',
    '/things/%252fadmin',
    '/things/%25%32%66admin',
    '/things/a%00',
    '/things/a%0d%0aX-A:%20b',
    '/things/a%7f',
    '/things/a%',
    '/things/a%zz',
    '/things/a%u002f',
    '/things/%c0%ae%c0%ae/admin',
    '/things/%c0%af',
    '/things/%e0%80%af',
    '/things/%f0%80%80%af',
    '/things/%ff',
    '/things/%ed%a0%80',
    '/things/..;',
    '/things/..;a=b',
    '/things/..;/admin',
    '/things/..;a=b/admin',
    '/things/.;/a',
    '/things/a#b',
    '/things/\u00e4',
    '/things/\u00ff',
    '/things/%ef%bc%8e%ef%bc%8e/%ef%bc%8fadmin',
    '/../../gateway/things/v1/things',
  ])('%s is refused with 400 or 404, and does not go on', async (path) => {
    const { status, seen } = await send(`GET ${at}${path} HTTP/1.1`);
    expect([400, 404]).toContain(status);
    expect(seen).toBeNull();
  });

  test.each([
    [`http://elsewhere.example${'/gateway/things/v1'}/things`, '/things'],
    [`HTTP://ELSEWHERE.example:99${'/gateway/things/v1'}/things`, '/things'],
  ])('the absolute form %s means this portal', async (target, seenTarget) => {
    const { status, seen } = await send(`GET ${target} HTTP/1.1`);
    expect({ status, target: seen?.target }).toEqual({ status: 200, target: seenTarget });
  });

  test.each([
    '*',
    'things',
    'gateway/things/v1/things',
    'ftp://x/gateway/things/v1/things',
    '/gateway/things/v1/../v1/things',
    '/gateway/./things/v1/things',
    '/%67ateway/things/v1/things',
    '/gateway/things%2fv1/things',
    '/gateway/things/v1%2fthings',
    '/Gateway/things/v1/things',
    '/gateway;a/things/v1/things',
    'http://elsewhere.example',
    'http:///gateway/things/v1/things',
    '/\\gateway/things/v1/things',
  ])('the target %s reaches no upstream', async (target) => {
    const { status, seen } = await send(`GET ${target} HTTP/1.1`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(seen).toBeNull();
  });
});
