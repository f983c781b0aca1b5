import { describe, expect, test } from 'vitest';
import { jsonBody, operationPage, parameter } from '../page.fixture';
import type { Answer, Failure } from './answer';
import { declaredResponse } from './declared-response';
import { formatBytes, formatDuration, formatProgress, formatRemaining } from './format-figures';
import { judgeAnswer, judgeFailure } from './judge';
import { markPlaces } from './mark-places';
import { decoderOf, isTextType, languageOf } from './media-type';
import { readServerTiming } from './server-timing';

const response = (status: string) => ({ status, descriptionHtml: `<p>${status}</p>`, headers: [], content: [] });

function answer(
  status: number,
  body: unknown = null,
  type = 'application/problem+json',
  headers: [string, string][] = [],
): Answer {
  return {
    status,
    headers: [['content-type', type], ...headers],
    headMilliseconds: 1,
    totalMilliseconds: 2,
    bytes: 1,
    body: { kind: 'text', text: typeof body === 'string' ? body : JSON.stringify(body) },
  };
}

describe('what this operation means by a status', () => {
  test.each([
    [['201', '2XX', 'default'], 201, '201'],
    [['201', '2xx', 'default'], 204, '2xx'],
    [['201', 'default'], 500, 'default'],
    [['201'], 500, null],
  ])('%j, %i: %s', (statuses, status, want) => {
    const page = operationPage({ responses: statuses.map(response) });
    expect(declaredResponse(page, status)?.status ?? null).toBe(want);
  });
});

describe('who is at fault', () => {
  const page = operationPage({ responses: [response('200'), response('4XX')] });
  const ours = (code: string, detail = 'What happened.') => ({
    type: `https://portal.example/docs/errors/${code}`,
    title: `Title of ${code}`,
    status: 400,
    detail,
  });

  test.each([
    ['a described success', answer(200, {}), null],
    ['a success that is not described', answer(202, {}), 'contract'],
    ['a request that the gateway refuses', answer(400, ours('request-invalid')), 'request'],
    ['an ended key', answer(401, ours('key-expired')), 'request'],
    ['a missing resource', answer(404, ours('resource-not-found')), 'request'],
    ['an operation that the gateway does not know', answer(404, ours('operation-not-found')), 'contract'],
    ['a gateway that fails', answer(500, ours('internal')), 'gateway'],
    ['a gateway that is busy', answer(503, ours('unavailable')), 'gateway'],
    ['an upstream that does not answer', answer(502, ours('upstream-unavailable')), 'upstream'],
    ['an error of the API itself', answer(500, '<h1>Oops</h1>', 'text/html'), 'upstream'],
    ['a refusal of the API itself', answer(422, '{"error":"no"}', 'application/json'), 'request'],
    ['a broken problem', answer(400, '{"type": 3', 'application/problem+json'), 'request'],
  ])('%s', (_name, given, want) => {
    expect(judgeAnswer(page, given)?.fault ?? null).toBe(want);
  });

  test.each([
    ['a proxy that answers in the gateway’s place', [], 'network'],
    ['an API that is marked by the gateway', [['server-timing', 'gateway;dur=1, upstream;dur=3']], 'upstream'],
    ['an API whose request the gateway has named', [['request-id', 'req_1']], 'upstream'],
  ] satisfies [string, [string, string][], string][])('%s is told from the others', (_name, headers, want) => {
    expect(judgeAnswer(page, answer(502, '<h1>Bad gateway</h1>', 'text/html', headers))?.fault).toBe(want);
  });

  test('a key that ended in the meantime is told, with what to do', () => {
    expect(judgeAnswer(page, answer(401, ours('key-expired', 'This key ended at 9:31.')))?.sentence).toBe(
      'This key ended at 9:31. Take another above, and send again: what you typed is kept.',
    );
  });

  const half = { head: { status: 200, headers: [], headMilliseconds: 1 }, text: 'half', bytes: 4 };
  test.each([
    [{ kind: 'broken', partial: half }, 'network', /The connection ended/],
    [{ kind: 'broken', partial: half, isGatewayThere: true }, 'upstream', /The gateway is well/],
    [{ kind: 'broken', partial: half, isGatewayThere: false }, 'gateway', /does not answer any more/],
    [{ kind: 'unreachable', isGatewayThere: true }, 'network', /The gateway is there/],
    [
      { kind: 'timed-out', partial: null, waitedMilliseconds: 15_000 },
      'network',
      /Nothing came for 15 s.*Give it longer/,
    ],
    [{ kind: 'timed-out', partial: half, waitedMilliseconds: 300_000 }, 'upstream', /for 5 min.*is below/],
  ] satisfies [Failure, string, RegExp][])('%j', (failure, fault, words) => {
    const judged = judgeFailure(failure);
    expect(judged.fault).toBe(fault);
    expect(judged.sentence).toMatch(words);
  });

  test('the words and the page of the gateway are passed on', () => {
    expect(judgeAnswer(page, answer(400, ours('request-invalid', 'limit must be <= 100.')))).toMatchObject({
      title: 'Title of request-invalid',
      sentence: 'limit must be <= 100.',
      guide: '/docs/errors/request-invalid',
    });
  });

  test('a guide is only ever a page of this site', () => {
    const elsewhere = { ...ours('x'), type: 'javascript:alert(1)' };
    expect(judgeAnswer(page, answer(400, elsewhere))?.guide).toBeNull();
  });

  test('too many requests say how long to wait', () => {
    const limited = answer(429, ours('rate-limited', ''), 'application/problem+json', [['retry-after', '12']]);
    expect(judgeAnswer(page, limited)?.sentence).toBe('Wait 12 s, then send again.');
  });

  test.each([
    ['offline' as const, 'network'],
    ['unreachable' as const, 'network'],
    ['redirect' as const, 'browser'],
  ])('%s', (kind, want) => {
    expect(judgeFailure({ kind }).fault).toBe(want);
  });
});

test('the places that a problem names are marked at the fields', () => {
  const page = operationPage({
    body: jsonBody('{}'),
    parameters: [parameter({ name: 'limit', in: 'query' }), parameter({ name: 'X-Note', in: 'header' })],
  });
  const places = [
    { in: 'query' as const, at: 'limit', message: 'must be <= 100' },
    { in: 'header' as const, at: 'x-note', message: 'is too long' },
    { in: 'body' as const, at: '/type', message: 'is required' },
    { in: 'path' as const, at: 'gone', message: 'is not here' },
  ];
  expect(markPlaces(page, places)).toEqual([
    { field: 'query:limit', message: 'must be <= 100' },
    { field: 'header:X-Note', message: 'is too long' },
    { field: 'body', message: 'is required', pointer: '/type' },
  ]);
});

test.each([
  ['gateway;dur=1.2, upstream;desc="sandbox";dur=8', 1.2, 8],
  ['Gateway; dur="3"', 3, null],
  ['cache;desc=HIT', null, null],
  ['upstream;dur=..', null, null],
  [null, null, null],
])('Server-Timing %s', (header, gatewayMilliseconds, upstreamMilliseconds) => {
  expect(readServerTiming(header)).toEqual({ gatewayMilliseconds, upstreamMilliseconds });
});

test.each([
  ['application/json; charset=utf-8', true, 'json'],
  ['application/problem+json', true, 'json'],
  ['application/xml', true, 'xml'],
  ['text/html', true, 'xml'],
  ['text/event-stream', true, 'text'],
  ['application/vnd.github.v3+json', true, 'json'],
  ['application/x-ndjson', true, 'json'],
  ['application/pdf', false, 'text'],
  ['image/svg+xml', false, 'xml'],
  ['application/octet-stream', false, 'text'],
  [null, true, 'text'],
])('a body of type %s', (type, isText, language) => {
  expect([isTextType(type), languageOf(type)]).toEqual([isText, language]);
});

test('an unknown charset is read as UTF-8', () => {
  expect(decoderOf('text/plain; charset=klingon').encoding).toBe('utf-8');
  expect(decoderOf('text/plain; charset="latin1"').encoding).toBe('windows-1252');
});

test('figures are short', () => {
  expect([3.21, 12.4, 1240].map(formatDuration)).toEqual(['3.2 ms', '12 ms', '1.24 s']);
  expect([812, 1400, 3_000_000].map(formatBytes)).toEqual(['812 B', '1.4 KB', '3.0 MB']);
  expect([formatProgress(900, 5e6), formatProgress(1.2e6, 5e6)]).toEqual(['900 B of 5.0 MB', '1.2 of 5.0 MB']);
  expect([30_000, 12 * 60_000, 118 * 60_000].map(formatRemaining)).toEqual(['under a minute', '12 min', '1:58 h']);
});
