import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { toProblem, useProblemAnswers } from './error-handler.ts';
import { ProblemError } from './problem.ts';

function build() {
  const app = Fastify({ bodyLimit: 100, genReqId: () => 'req_1' });
  useProblemAnswers(app, 'https://developers.example');
  const body = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
  app.post('/things', { schema: { body } }, () => ({}));
  app.get('/limited', () => {
    throw new ProblemError('rate-limited', { detail: 'Wait 3 s.', headers: { 'retry-after': '3' } });
  });
  app.get('/broken', () => {
    throw new Error('the secret of the driver');
  });
  app.get('/database', () => {
    throw Object.assign(new Error('database is locked'), { code: 'ERR_SQLITE_ERROR', errcode: 5 });
  });
  return app;
}

async function ask(method: 'GET' | 'POST', url: string, payload?: string, type = 'application/json') {
  const answer = await build().inject({ method, url, payload, headers: payload ? { 'content-type': type } : {} });
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.headers['cache-control']).toBe('no-store');
  return { status: answer.statusCode, headers: answer.headers, problem: answer.json<Record<string, unknown>>() };
}

describe('a refusal of ours', () => {
  test('has its code, page, detail, headers and the id of the request', async () => {
    const { status, headers, problem } = await ask('GET', '/limited');
    expect(status).toBe(429);
    expect(headers['retry-after']).toBe('3');
    expect(problem).toEqual({
      type: 'https://developers.example/docs/errors/rate-limited',
      title: 'Too many requests',
      status: 429,
      detail: 'Wait 3 s.',
      instance: 'req_1',
    });
  });
});

describe('what Fastify refuses becomes a problem', () => {
  test.each([
    ['a body that is not JSON', '{', 'application/json', 400, 'body-malformed'],
    ['an empty body', '', 'application/json', 400, 'request-invalid'],
    ['a prototype in a body', '{"__proto__":{}}', 'application/json', 400, 'body-malformed'],
    ['an unknown media type', 'x', 'application/xml', 415, 'media-type-unsupported'],
    ['a large body', `{"name":"${'x'.repeat(100)}"}`, 'application/json', 413, 'body-too-large'],
    ['a body that is not as described', '{}', 'application/json', 400, 'request-invalid'],
  ])('%s', async (_, payload, type, wantStatus, code) => {
    const { status, problem } = await ask('POST', '/things', payload, type);
    expect([status, problem.type]).toEqual([wantStatus, `https://developers.example/docs/errors/${code}`]);
  });

  test('and names the place', async () => {
    const { problem } = await ask('POST', '/things', '{}');
    expect(problem.errors).toEqual([{ in: 'body', at: '/name', message: 'is required' }]);
  });

  test('an address that is not there', async () => {
    const { status, problem } = await ask('GET', '/nowhere?secret=1');
    expect([status, problem.detail]).toEqual([404, 'GET /nowhere is not here.']);
  });
});

describe('what breaks', () => {
  test('is 500 and tells nothing of the inside', async () => {
    const { status, problem } = await ask('GET', '/broken');
    expect(status).toBe(500);
    expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'instance']);
  });

  test('is 500 also where what was thrown is no error', () => {
    expect(toProblem('a string').status).toBe(500);
  });

  test('in the database for a moment is 503 with Retry-After', async () => {
    const { status, headers } = await ask('GET', '/database');
    expect([status, headers['retry-after']]).toEqual([503, '2']);
  });
});
