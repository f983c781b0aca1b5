import { describe, expect, test } from 'vitest';
import { diploma, offers, startTroubled } from './trouble.fixture.ts';

const at = startTroubled();

interface Shown {
  on: boolean;
  run?: {
    for: string;
    seed: number;
    settings: Record<string, number>;
    until: string;
    report: Record<string, number>;
  };
}

/** A key of an organization of its own, and what it does. */
function partner(name: string) {
  const authorization = `Bearer ptl_test_${name}`;
  const path = (scenario: string) => `/api/v1/sandbox-trouble/${scenario}`;
  const shown = async (answer: Response) => (await answer.json()) as Shown;
  return {
    put: (scenario: string, body: unknown = {}) =>
      at.call(path(scenario), { method: 'PUT', headers: { authorization }, body }),
    begin: async (scenario: string, body: unknown = {}) =>
      shown(await at.call(path(scenario), { method: 'PUT', headers: { authorization }, body })),
    end: async (scenario: string) =>
      shown(await at.call(path(scenario), { method: 'DELETE', headers: { authorization } })),
    report: async (scenario: string) => {
      const answer = await at.call('/api/v1/sandbox-trouble', { headers: { authorization } });
      const { data } = (await answer.json()) as { data: (Shown & { scenario: string })[] };
      return data.find((one) => one.scenario === scenario)?.run?.report;
    },
    list: (headers: Record<string, string> = {}) => at.call(offers, { headers: { authorization, ...headers } }),
    create: (key?: string) =>
      at.call(offers, { headers: { authorization, ...(key && { 'idempotency-key': key }) }, body: diploma }),
  };
}

const trouble = (answer: Response) => answer.headers.get('x-sandbox-trouble');

describe('flaky', () => {
  test('the same seed is the same run, also when it begins again', async () => {
    const { begin, list } = partner('flaky');
    const statuses = async () => {
      await begin('flaky', { seed: 7, settings: { share: 50 } });
      const seen: number[] = [];
      for (let count = 0; count < 30; count += 1) seen.push((await list()).status);
      return seen;
    };
    const first = await statuses();
    expect(new Set(first)).toEqual(new Set([200, 500, 502, 503]));
    expect(first.filter((status) => status !== 200).length).toBeGreaterThan(8);
    expect(await statuses()).toEqual(first);
  });

  test('every third, with a mark in the answer and in the record', async () => {
    const { begin, list, report } = partner('third');
    await begin('flaky', { settings: { every: 3 } });
    const answers = [await list(), await list(), await list(), await list()];
    expect(answers.map(trouble)).toEqual([null, null, 'flaky; 1/3', null]);
    expect(at.exchanges().at(-2)?.findings).toEqual([
      { in: 'response', at: 'x-sandbox-trouble', message: 'flaky; 1/3' },
    ]);
    expect(await report('flaky')).toMatchObject({ requests: 4, troubled: 1, recovered: 1 });
  });

  test('tells writes that are sent again with the same key from those without', async () => {
    const { begin, create, report } = partner('again');
    await begin('flaky', { settings: { every: 2 }, seed: 1 });
    expect((await create('key-a')).status).toBe(201);
    const failed = await create('key-b');
    at.time.ms += Number(failed.headers.get('retry-after') ?? 0) * 1000;
    expect([failed.status >= 500, (await create('key-b')).status]).toEqual([true, 201]);
    expect((await create()).status).toBeGreaterThanOrEqual(500);
    at.time.ms += 5000;
    expect((await create()).status).toBe(201);
    expect(await report('flaky')).toMatchObject({
      requests: 5,
      troubled: 2,
      recovered: 2,
      retried_in_time: 2,
      repeated_with_same_key: 1,
      repeated_without_it: 1,
      waiting: 0,
    });
  });

  test('a client that never comes again gave up', async () => {
    const { begin, list, report } = partner('gone');
    await begin('flaky', { settings: { every: 1 } });
    await list();
    expect(await report('flaky')).toMatchObject({ waiting: 1, gave_up: 0 });
    at.time.ms += 90_000;
    expect(await report('flaky')).toMatchObject({ waiting: 0, gave_up: 1 });
  });
});

describe('rate-limited', () => {
  test('says where one stands, and when to come again; too early is told', async () => {
    const { begin, list, report } = partner('limit');
    await begin('rate-limited', { settings: { requests: 2, window_seconds: 10 } });
    const first = await list();
    expect(first.headers.get('ratelimit')).toBe('"sandbox-trouble";r=1;t=10');
    expect(first.headers.get('ratelimit-policy')).toBe('"sandbox-trouble";q=2;w=10');
    await list();
    const refused = await list();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(refused.headers.get('ratelimit')).toBe('"sandbox-trouble";r=0;t=10');
    at.time.ms += 4000;
    expect(trouble(await list())).toBe('rate-limited; 2/4; retried 6 s too early');
    at.time.ms += 6000;
    expect((await list()).status).toBe(200);
    expect(await report('rate-limited')).toMatchObject({ retried_too_early: 1, retried_in_time: 1, recovered: 1 });
  });
});

describe('expired-token', () => {
  test('refuses so many times, as a key that expired', async () => {
    const { begin, list } = partner('expired');
    await begin('expired-token', { settings: { times: 2 } });
    const refused = await list();
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="portal", error="invalid_token"',
    ]);
    expect(((await refused.json()) as { type: string }).type).toBe('/docs/errors/key-expired');
    expect([(await list()).status, (await list()).status]).toEqual([401, 200]);
  });
});

describe('outage', () => {
  test('is over after its time, and who kept what was to be sent is seen to have stood it', async () => {
    const { begin, create, report } = partner('outage');
    await begin('outage', { settings: { seconds: 8 } });
    const down = await create('key-a');
    expect([down.status, down.headers.get('retry-after'), trouble(down)]).toEqual([503, '5', 'outage; 1/1']);
    at.time.ms += 5000;
    expect((await create('key-a')).headers.get('retry-after')).toBe('3');
    at.time.ms += 3000;
    expect((await create('key-a')).status).toBe(201);
    expect(await report('outage')).toMatchObject({
      requests: 3,
      troubled: 2,
      recovered: 1,
      retried_in_time: 2,
      retried_too_early: 0,
      repeated_with_same_key: 2,
    });
  });
});

describe('slow', () => {
  test('holds answers back by the seed, and counts who goes away', async () => {
    const { begin, report } = partner('slow');
    await begin('slow', { seed: 3, settings: { median_ms: 2000, tail_ms: 10_000 } });
    const going = new AbortController();
    const answering = fetch(`http://127.0.0.1:${at.port()}${offers}`, {
      headers: { authorization: 'Bearer ptl_test_slow' },
      signal: going.signal,
    });
    await at.calls.some();
    const [ms = 0] = at.calls.times();
    expect(ms).toBeGreaterThan(100);
    expect(ms).toBeLessThanOrEqual(30_000);
    going.abort();
    await expect(answering).rejects.toThrow('aborted');
    await expect.poll(() => report('slow')).toMatchObject({ requests: 1, troubled: 1, left_before_answer: 1 });
  });
});

describe('clock-skew', () => {
  test('Date and the times of making and changing are off, and what the client said is not', async () => {
    const { begin, create } = partner('skew');
    await begin('clock-skew', { settings: { minutes: -90 } });
    const answer = await create();
    const offer = (await answer.json()) as { created_at: string; claims: { awarded_on: string } };
    expect(answer.status).toBe(201);
    expect(Date.parse(answer.headers.get('date') ?? '')).toBe(at.time.ms - 90 * 60_000);
    expect(Date.now() - Date.parse(offer.created_at)).toBeGreaterThan(89 * 60_000);
    expect(offer.claims.awarded_on).toBe(diploma.claims.awarded_on);
    expect(trouble(answer)).toBe('clock-skew; -90 min');
  });
});

test('what a request asks for itself comes before scenarios', async () => {
  const { begin, list } = partner('both');
  await begin('outage');
  expect((await list({ prefer: 'code=404' })).status).toBe(404);
});

test('a scenario is met by the key that switched it on, and by no other', async () => {
  await partner('own').begin('outage');
  expect((await partner('own').list()).status).toBe(503);
  expect((await partner('other').list()).status).toBe(200);
});

test('a scenario ends when it is switched off, and by itself', async () => {
  const { begin, end, list } = partner('ends');
  await begin('outage', { minutes: 2, settings: { seconds: 3600 } });
  expect((await list()).status).toBe(503);
  expect((await end('outage')).on).toBe(false);
  expect((await list()).status).toBe(200);
  await begin('outage', { minutes: 2, settings: { seconds: 3600 } });
  at.time.ms += 120_000;
  expect((await list()).status).toBe(200);
});

describe('PUT /sandbox-trouble/{scenario}', () => {
  test('200: on for an hour for this key, with its seed; a guest’s for the organization', async () => {
    const { begin } = partner('put');
    const { on, run } = await begin('flaky');
    expect([on, run?.for, run?.settings]).toEqual([true, 'key', { share: 30, every: 0 }]);
    expect(Date.parse(run?.until ?? '')).toBe(at.time.ms + 3_600_000);
    expect((await begin('flaky', { for: 'organization' })).run?.for).toBe('organization');
  });

  test('400: all that is wrong, with the bounds and the names', async () => {
    const { put } = partner('wrong');
    const answer = await put('flaky', { settings: { share: 0, shares: 3 } });
    const { errors } = (await answer.json()) as { errors: { at: string; message: string }[] };
    expect(answer.status).toBe(400);
    expect(errors.map((one) => `${one.at} ${one.message}`)).toEqual([
      '/settings/share must be from 1 to 100 %',
      '/settings/shares is no setting of flaky; it has share, every',
    ]);
    expect((await put('fire')).status).toBe(400);
    expect((await put('flaky', { minutes: 1441 })).status).toBe(400);
  });

  test('401: without a key', async () => {
    expect((await at.call('/api/v1/sandbox-trouble', { headers: { authorization: '' } })).status).toBe(401);
  });

  test('403: a live key', async () => {
    const headers = { authorization: 'Bearer ptl_live_a' };
    expect((await at.call('/api/v1/sandbox-trouble/flaky', { method: 'PUT', headers, body: {} })).status).toBe(403);
  });
});
