import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import { useProblemAnswers } from '../../platform/error-handler.ts';
import type { Exchange, ExchangeListener } from '../traffic/index.ts';
import { aLiveExchange } from '../traffic/exchange.fixture.ts';
import { metricsFeature } from './index.ts';
import type { MetricsAccess } from './metrics-route.ts';

const contract = { ...aContract([anOperation({ id: 'getThing' })]), api: 'cardea', version: 'v2' };

async function start(access: MetricsAccess = { kind: 'open' }) {
  const app = Fastify();
  useProblemAnswers(app, '');
  const listeners: ExchangeListener[] = [];
  const feature = metricsFeature({
    access,
    contracts: [contract],
    traffic: {
      follow: (listener) => void listeners.push(listener),
      state: () => ({ waiting: 3, written: 100, dropped: 7, failures: 2 }),
    },
    gateway: () => ({
      underWay: 4,
      live: [
        {
          name: 'cardea/v2',
          places: { taken: 2, most: 64, waiting: 1 },
          circuits: { closed: 1, open: 1, 'half-open': 0 },
        },
      ],
    }),
    drift: () => ({ beyond: 5, failures: 0 }),
    spans: () => ({ exported: 8, dropped: 0, failures: 0 }),
    pool: () => ({ open: 10, idle: 8, waiting: 1 }),
  });
  await app.register(feature.plugin);
  const scrape = (authorization?: string) =>
    app.inject({ url: '/metrics', headers: authorization === undefined ? {} : { authorization } });
  return {
    app,
    scrape,
    hear: (difference: Partial<Exchange> = {}) => listeners.forEach((listener) => listener(aLiveExchange(difference))),
    line: async (start: string) => (await scrape()).body.split('\n').filter((line) => line.startsWith(start)),
  };
}

const of = 'api="cardea",version="v2",operation="getThing",environment="live"';

describe('who may read the metrics', () => {
  test('nobody, where nothing is said: there is nothing at that address', async () => {
    const { app, scrape } = await start({ kind: 'closed' });
    expect((await scrape()).statusCode).toBe(404);
    await app.close();
  });

  test('whoever has the token', async () => {
    const { app, scrape } = await start({ kind: 'token', token: 'a-long-token' });
    const statuses = await Promise.all(
      [undefined, 'Bearer other', 'Bearer a-long-toke', 'Basic a-long-token', 'Bearer a-long-token'].map(
        async (authorization) => (await scrape(authorization)).statusCode,
      ),
    );
    expect(statuses).toEqual([401, 401, 401, 401, 200]);
    await app.close();
  });

  test('everybody, where it is open', async () => {
    const { app, scrape } = await start();
    const answer = await scrape();
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ]);
    await app.close();
  });
});

describe('exchanges', () => {
  test('are counted by operation, environment and class of status, with their bytes', async () => {
    const { app, hear, line } = await start();
    hear();
    hear({ status: 204 });
    hear({ status: 502, problem: 'upstream-unavailable', upstreamStatus: null });
    expect(await line('portal_gateway_requests_total')).toEqual([
      `portal_gateway_requests_total{${of},status="2xx"} 2`,
      `portal_gateway_requests_total{${of},status="5xx"} 1`,
    ]);
    expect(await line('portal_gateway_request_bytes_total')).toEqual([`portal_gateway_request_bytes_total{${of}} 360`]);
    expect(await line('portal_gateway_refusals_total')).toEqual([
      'portal_gateway_refusals_total{api="cardea",version="v2",code="upstream-unavailable"} 1',
    ]);
    await app.close();
  });

  test('have their durations in buckets, each with all that is below', async () => {
    const { app, hear, line } = await start();
    for (const durationMs of [0.5, 1, 3, 70, 40_000]) hear({ durationMs, upstreamMs: null });
    const buckets = await line('portal_gateway_request_duration_seconds');
    const at = (le: string) =>
      buckets
        .find((each) => each.includes(`le="${le}"`))
        ?.split(' ')
        .at(-1);
    expect([at('0.001'), at('0.0025'), at('0.005'), at('0.1'), at('30'), at('+Inf')]).toEqual([
      '2',
      '2',
      '3',
      '4',
      '4',
      '5',
    ]);
    expect(buckets.at(-1)).toBe(`portal_gateway_request_duration_seconds_count{${of}} 5`);
    expect(Number(buckets.at(-2)?.split(' ').at(-1))).toBeCloseTo(40.0745);
    expect(await line('portal_gateway_upstream_duration_seconds')).toEqual([]);
    await app.close();
  });

  test('tell of drift and of what was compared', async () => {
    const { app, hear, line } = await start();
    hear({ findings: [{ in: 'response', at: '/id', message: 'is required', drift: 'schema' }] });
    hear({ isCompared: false, findings: [{ in: 'query', at: 'x', message: 'is not a parameter' }] });
    expect(await line('portal_drift_findings_total')).toEqual([
      'portal_drift_findings_total{api="cardea",version="v2",kind="schema"} 1',
    ]);
    expect((await line('portal_gateway_answers_total')).sort()).toEqual([
      'portal_gateway_answers_total{api="cardea",version="v2",compared="false"} 1',
      'portal_gateway_answers_total{api="cardea",version="v2",compared="true"} 1',
    ]);
    await app.close();
  });

  test('say nothing of keys and organizations, and what a client made up makes no lines', async () => {
    const { app, hear, scrape, line } = await start();
    hear({ keyId: 'key_secret', organization: 'org_secret', path: '/secret' });
    for (let count = 0; count < 500; count += 1) {
      const made = { api: `x${count}`, version: '"\n', operation: null, environment: null, status: 404 } as const;
      hear({ ...made, problem: 'api-not-found', upstreamStatus: null });
    }
    expect((await scrape()).body).not.toMatch(/secret|x1/);
    expect(await line('portal_gateway_requests_total{api="unknown"')).toEqual([
      'portal_gateway_requests_total{api="unknown",version="unknown",operation="none",environment="none",status="4xx"} 500',
    ]);
    await app.close();
  });

  test('of thousands of operations make so many lines and no more', async () => {
    const { app, hear, line } = await start();
    for (let count = 0; count < 2500; count += 1) hear({ operation: `op${count}` });
    const lines = await line('portal_gateway_requests_total');
    expect(lines).toHaveLength(2001);
    expect(lines.at(-1)).toBe(
      'portal_gateway_requests_total{api="other",version="other",operation="other",environment="none",status="2xx"} 500',
    );
    await app.close();
  });
});

test('the scrape tells how the parts are: gateway, upstreams, records, drift, database, process', async () => {
  const { app, scrape } = await start();
  const { body } = await scrape();
  for (const line of [
    'portal_gateway_requests_under_way 4',
    'portal_upstream_places_in_use{upstream="cardea/v2"} 2',
    'portal_upstream_circuits{upstream="cardea/v2",state="open"} 1',
    'portal_traffic_waiting 3',
    'portal_traffic_dropped_total 7',
    'portal_traffic_write_failures_total 2',
    'portal_drift_beyond_total 5',
    'portal_spans_exported_total 8',
    'portal_database_waiting 1',
  ])
    expect(body).toContain(`\n${line}\n`);
  expect(body).toMatch(/^process_resident_memory_bytes [1-9]\d+$/m);
  expect(body).toMatch(/^process_cpu_seconds_total \d/m);
  await app.close();
});

test('every line is one of the text format', async () => {
  const { app, hear, scrape } = await start();
  hear();
  const shape =
    /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z_]+="(?:[^"\\\n]|\\[\\n"])*"(?:,[a-z_]+="(?:[^"\\\n]|\\[\\n"])*")*\})? (?:-?[\d.]+(?:e[+-]?\d+)?|NaN|[+-]Inf))$/;
  const lines = (await scrape()).body.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.filter((line) => !shape.test(line))).toEqual([]);
  const names = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  expect(new Set(names).size).toBe(names.length);
  await app.close();
});
