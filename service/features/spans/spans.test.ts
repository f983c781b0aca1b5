import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import type { Exchange, ExchangeListener, ExchangeTrace } from '../traffic/index.ts';
import { anExchange, aTrace } from './exchange.fixture.ts';
import { readOtlpSettings, spansFeature } from './index.ts';
import type { OtlpSpan } from './otlp-span.ts';
import { isExported } from './sampled.ts';
import { spanExporter } from './span-exporter.ts';
import { spansOf } from './spans-of.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly spans: readonly OtlpSpan[];
  readonly resource: Readonly<Record<string, unknown>>;
}

/** A collector as a real server: decodes what comes, and answers with these statuses, then with 200. */
async function collector(statuses: number[] = []) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const status = statuses.shift() ?? 200;
      if (status === 200) received.push(decode(request.url ?? '', request.headers, body));
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { endpoint, received, spans: () => received.flatMap(({ spans }) => spans) };
}

function decode(path: string, headers: IncomingHttpHeaders, text: string): Received {
  const [of] = (
    JSON.parse(text) as {
      resourceSpans: { resource: { attributes: OtlpSpan['attributes'] }; scopeSpans: { spans: OtlpSpan[] }[] }[];
    }
  ).resourceSpans;
  return {
    path,
    headers,
    spans: of?.scopeSpans.flatMap(({ spans }) => spans) ?? [],
    resource: plain(of?.resource.attributes ?? []),
  };
}

function plain(attributes: OtlpSpan['attributes']): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0] as unknown]));
}

async function started(environment: Record<string, string>) {
  const app = Fastify();
  const listeners: ExchangeListener[] = [];
  const feature = spansFeature({
    settings: readOtlpSettings(environment),
    contracts: [
      { ...aContract([anOperation({ id: 'getThing', path: '/things/{id}' })]), api: 'cardea', version: 'v2' },
    ],
    traffic: { follow: (listener) => void listeners.push(listener) },
    log: { warn: () => undefined },
  });
  await app.register(feature.plugin);
  await app.ready();
  return {
    app,
    feature,
    listeners,
    tell: (difference: Partial<Exchange> = {}, trace: Partial<ExchangeTrace> = {}) =>
      listeners.forEach((listener) => listener(anExchange(difference), aTrace(trace))),
  };
}

describe('a collector', () => {
  test('gets an exchange as two spans, with names, times and attributes as the conventions say', async () => {
    const { endpoint, received, spans } = await collector();
    const { app, tell, feature } = await started({
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-team=portal,authorization=Basic%20abc',
      OTEL_SERVICE_NAME: 'developer-portal',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production',
    });
    tell();
    await app.close();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      path: '/v1/traces',
      headers: { 'content-type': 'application/json', 'x-team': 'portal', authorization: 'Basic abc' },
      resource: { 'service.name': 'developer-portal', 'deployment.environment.name': 'production' },
    });
    const [server, client] = spans();
    expect(server).toMatchObject({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: '1111111111111111',
      parentSpanId: 'b7ad6b7169203331',
      traceState: 'rojo=1',
      name: 'GET /gateway/cardea/v2/things/{id}',
      kind: 2,
      startTimeUnixNano: '1795253464120000000',
      endTimeUnixNano: '1795253464127400000',
      status: {},
    });
    expect(plain(server?.attributes ?? [])).toMatchObject({
      'http.request.method': 'GET',
      'http.response.status_code': '200',
      'http.route': '/gateway/cardea/v2/things/{id}',
      'url.path': '/gateway/cardea/v2/things/1',
      'portal.organization': 'org_1',
      'portal.exchange': 'exc_1',
    });
    expect(client).toMatchObject({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: '2222222222222222',
      parentSpanId: '1111111111111111',
      name: 'GET',
      kind: 3,
      startTimeUnixNano: '1795253464122000000',
      endTimeUnixNano: '1795253464125100000',
    });
    expect(JSON.stringify(received)).not.toContain('key_1');
    expect(feature.state()).toEqual({ exported: 2, dropped: 0, failures: 0 });
  });

  test('that is out of order for a moment gets them later', async () => {
    const { endpoint, spans } = await collector([503, 429]);
    const settings = readOtlpSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    if (!settings) throw new Error('There are settings.');
    const exporter = spanExporter({ settings, log: { warn: () => undefined }, retryMs: 1 });
    exporter.add(spansOf(anExchange(), aTrace(), () => '/x'));
    await exporter.close();
    expect(spans()).toHaveLength(2);
    expect(exporter.state()).toEqual({ exported: 2, dropped: 0, failures: 2 });
  });

  test('that refuses them, or is not there, costs a count and a log line, and nothing else', async () => {
    const { endpoint } = await collector([400]);
    const warnings: string[] = [];
    const log = { warn: (_: object, message: string) => void warnings.push(message) };
    for (const [url, failures] of [
      [endpoint, 1],
      ['http://127.0.0.1:1', 4],
    ] as const) {
      const settings = readOtlpSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
      if (!settings) throw new Error('There are settings.');
      const exporter = spanExporter({ settings, log, retryMs: 1 });
      exporter.add(spansOf(anExchange(), aTrace(), () => '/x'));
      await exporter.close();
      expect(exporter.state()).toEqual({ exported: 0, dropped: 2, failures });
    }
    expect(warnings.length).toBeGreaterThanOrEqual(3);
  });

  test('that is slow does not fill the memory: beyond the room of the queue spans are dropped and counted', async () => {
    const { endpoint, spans } = await collector();
    const settings = readOtlpSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    if (!settings) throw new Error('There are settings.');
    const exporter = spanExporter({ settings, log: { warn: () => undefined }, capacity: 10, batchSize: 1000 });
    for (let count = 0; count < 20; count += 1) exporter.add(spansOf(anExchange(), aTrace(), () => '/x'));
    await exporter.close();
    expect(spans()).toHaveLength(10);
    expect(exporter.state()).toMatchObject({ exported: 10, dropped: 30 });
  });

  test('gets many in batches', async () => {
    const { endpoint, received, spans } = await collector();
    const { app, tell } = await started({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/own/path` });
    for (let count = 0; count < 700; count += 1) tell();
    await app.close();
    expect(spans()).toHaveLength(1400);
    expect(received.map(({ path }) => path)).toEqual(Array.from({ length: received.length }, () => '/own/path'));
    expect(received.length).toBeLessThanOrEqual(4);
  });
});

describe('spans', () => {
  const of = (difference: Partial<Exchange>, trace: Partial<ExchangeTrace> = {}) =>
    spansOf(anExchange(difference), aTrace(trace), () => undefined);

  test('of a refusal are the server’s alone, and a client’s mistake is no error of the server', () => {
    const spans = of(
      { status: 400, problem: 'request-invalid', upstreamStatus: null, upstreamMs: null },
      { upstream: null },
    );
    expect(spans).toHaveLength(1);
    expect(spans[0]).toMatchObject({ name: 'GET', status: {} });
    expect(plain(spans[0]?.attributes ?? [])).toMatchObject({ 'error.type': 'request-invalid' });
  });

  test('of an upstream that failed are both errors', () => {
    const spans = of({ status: 504, problem: 'upstream-timeout', upstreamStatus: null });
    expect(spans.map(({ status }) => status)).toEqual([{ code: 2 }, { code: 2 }]);
    expect(plain(spans[1]?.attributes ?? [])).toMatchObject({ 'error.type': 'upstream-timeout' });
  });

  test('of a method that a client made up have no name of its own', () => {
    expect(of({ method: 'HACK' })[0]?.name).toBe('_OTHER');
  });
});

describe('what is exported', () => {
  const trace = (parentSpanId: string | null, isSampled: boolean) => ({ parentSpanId, isSampled });
  test.each<[string, string, ReturnType<typeof trace>, number, boolean]>([
    ['a trace that begins here', 'f'.repeat(32), trace(null, true), 1, true],
    ['what the client samples, whatever the ratio', 'f'.repeat(32), trace('b'.repeat(16), true), 0, true],
    ['not what the client does not sample', '0'.repeat(31) + '1', trace('b'.repeat(16), false), 1, false],
    ['of what begins here, the share', `${'f'.repeat(18)}${'0'.repeat(14)}`, trace(null, true), 0.1, true],
    ['and not the rest', 'f'.repeat(32), trace(null, true), 0.9, false],
  ])('%s', (_name, traceId, where, ratio, want) => {
    expect(isExported(traceId, where, ratio)).toBe(want);
  });
});

describe('the variables', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318/' };
  test.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['an empty endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }],
    ['a switch', { ...endpoint, OTEL_SDK_DISABLED: 'true' }],
    ['no exporter', { ...endpoint, OTEL_TRACES_EXPORTER: 'none' }],
  ])('%s: nothing is exported, and nobody listens', async (_name, environment) => {
    expect(readOtlpSettings(environment)).toBeUndefined();
    const { app, listeners } = await started(environment);
    expect(listeners).toEqual([]);
    await app.close();
  });

  test('have the defaults of the specification', () => {
    expect(readOtlpSettings(endpoint)).toEqual({
      url: 'http://localhost:4318/v1/traces',
      headers: {},
      timeoutMs: 10_000,
      resource: { 'service.name': 'portolan' },
      ratio: 1,
    });
    const sampled = { ...endpoint, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' };
    expect(readOtlpSettings(sampled)?.ratio).toBe(0.25);
  });

  test.each<[Record<string, string>, string]>([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318"'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'http/json only'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_TIMEOUT: 'soon' }, 'OTEL_EXPORTER_OTLP_TIMEOUT is "soon"'],
    [{ ...endpoint, OTEL_TRACES_SAMPLER: 'jaeger_remote' }, 'OTEL_TRACES_SAMPLER is "jaeger_remote"'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_HEADERS: 's3cret' }, 'OTEL_EXPORTER_OTLP_HEADERS has a part without "="'],
  ])('%j stop the start with a sentence that says no secret', (environment, sentence) => {
    expect(() => readOtlpSettings(environment)).toThrow(sentence);
    expect(() => readOtlpSettings(environment)).not.toThrow('s3cret');
  });
});
