import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import type { Method } from '../../../contract/model.ts';
import {
  type Answering,
  answerings,
  type Seen,
  seenOf,
  type Sending,
  sendings,
  sendTo,
} from './differential.fixture.ts';
import { liveGateways, liveKey } from './live-gateway.fixture.ts';

/**
 * What a client sees through the gateway is what it would see without it, but for these headers. The page of live upstreams lists them.
 * https://www.rfc-editor.org/rfc/rfc9110#section-7.6
 */
const added = {
  answer: [
    ...['access-control-allow-origin', 'access-control-expose-headers', 'cache-control', 'content-security-policy'],
    ...['ratelimit', 'ratelimit-policy', 'request-id', 'server-timing', 'timing-allow-origin'],
  ],
  request: ['request-id', 'traceparent', 'content-length'],
};
/** Of one hop: each has its own. */
const hop = ['connection', 'keep-alive', 'date', 'host', 'transfer-encoding'];

const { gatewayTo, upstream } = liveGateways();

const any = ['application/octet-stream', 'application/json'].map((type) => ({ type, schema: true, examples: [] }));
const methods: Method[] = ['get', 'post', 'put', 'patch', 'delete', 'query'];
const contract = aContract(
  methods.map((method) =>
    anOperation({
      id: `${method}Any`,
      method,
      path: '/any/{id}',
      security: [{ bearer: [] }],
      ...(/post|put|patch|query/.test(method) && { requestBody: { required: false, content: any } }),
    }),
  ),
);

test('the page of live upstreams lists what is the gateway’s', () => {
  const page = readFileSync('docs/portal/live-upstream.md', 'utf8').toLowerCase();
  expect([...added.answer, ...added.request].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

function say(response: ServerResponse, { status, headers, body, pieces }: Answering, method: string): void {
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304;
  const length = status === 204 || (pieces !== null && hasBody) ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...headers, ...length });
  if (!hasBody) return void response.end();
  if (pieces === null) return void response.end(body);
  for (let at = 0; at < body.length; at += pieces) response.write(body.subarray(at, at + pieces));
  response.end();
}

function without({ headers }: Seen, names: readonly string[]): Record<string, string[]> {
  const isFraming = (name: string, values: readonly string[]) =>
    // A body of no pieces and one of no bytes are the same.
    hop.includes(name) || (name === 'content-length' && values.join() === '0');
  const kept = [...headers].filter(([name, values]) => !names.includes(name) && !isFraming(name, values));
  return Object.fromEntries(kept.map(([name, values]) => [name, [...values]]));
}

/** Several lines of one header go to the upstream as one: RFC 9110 §5.3 says that they mean the same. */
function joined(headers: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(', ')]));
}

test('status, headers and body are what they are without the gateway, and so is what the upstream gets', async () => {
  let answer: Answering | undefined;
  const got: Seen[] = [];
  const { origin } = await upstream((request, response) => {
    void seenOf(request).then((seen) => {
      got.push(seen);
      if (answer) say(response, answer, request.method ?? '');
    });
  });
  const protection = { retryPercent: 0, failuresInARow: 1000, failurePercent: 100 };
  const { app } = await gatewayTo(
    `${origin}/base`,
    { protection },
    {},
    {
      ...contract,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  );
  const gateway = await app.listen({ port: 0, host: '127.0.0.1' });

  const compare = async (sending: Sending, given: Answering): Promise<void> => {
    answer = given;
    got.length = 0;
    const direct = await sendTo(new URL(`${origin}/base${sending.path}`), sending);
    const headers = { ...sending.headers, ...liveKey };
    const through = await sendTo(new URL(`${gateway}/gateway/api/v1${sending.path}`), { ...sending, headers });
    const [first, second] = got as [Seen, Seen];
    expect(second.first).toBe(first.first);
    expect(second.body.equals(first.body)).toBe(true);
    expect(joined(without(second, added.request))).toEqual(joined(without(first, ['content-length'])));
    expect(through.first).toBe(direct.first);
    expect(through.body.equals(direct.body)).toBe(true);
    expect(without(through, added.answer)).toEqual(without(direct, []));
  };
  await fc.assert(fc.asyncProperty(sendings, answerings, compare), { numRuns: 200 });
}, 120_000);
