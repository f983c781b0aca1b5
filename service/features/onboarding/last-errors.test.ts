import { describe, expect, test } from 'vitest';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import { anExchange } from './journey.fixture.ts';
import { lastErrors } from './last-errors.ts';
import { refusalWords } from './refusal-words.ts';

const journey: JourneyConfig = {
  id: 'launch',
  title: 'Launch',
  steps: [
    { id: 'key', title: 'Key', proof: { kind: 'key-issued' } },
    { id: 'offer', title: 'Offer', proof: { kind: 'idempotent-retry', operation: 'cardea/v2/createOffer' } },
    { id: 'gone', title: 'Gone', proof: { kind: 'traffic', operation: 'cardea/v2/getOffer', status: '404' } },
    { id: 'hook', title: 'Hook', proof: { kind: 'webhook-verified', api: 'cardea/v2' } },
  ],
};
const at = new Date('2026-11-21T09:31:04.120Z');
const wrong = anExchange({
  status: 400,
  problem: 'request-invalid',
  findings: [{ in: 'body', at: '/claims/kind', message: 'is required' }],
});
const refusal = JSON.stringify({
  type: '/docs/errors/request-invalid',
  detail: 'The body’s /holder must be an object.',
});
const answer = `HTTP/1.1 400 Bad Request\ncontent-type: application/problem+json\n\n${refusal}`;

describe('what an exchange was refused with', () => {
  test.each([
    ['is what its answer says', { excerpt: { request: '', answer } }, ': The body’s /holder must be an object.'],
    ['is where it was not as the contract says', {}, ': /claims/kind is required.'],
    ['is the status alone where nothing is known', { findings: [] }, '.'],
    ['is not what cannot be read', { findings: [], excerpt: { request: '', answer: '{"detail": 7' } }, '.'],
  ])('%s', (_, difference, want) => {
    expect(refusalWords({ ...wrong, ...difference })).toBe(`createOffer was answered with 400${want}`);
  });

  test('is short, however long the answer', () => {
    const excerpt = { request: '', answer: JSON.stringify({ detail: 'x'.repeat(5000) }) };
    expect(refusalWords({ ...wrong, excerpt }).length).toBeLessThan(400);
  });
});

const found = (...[latest, refused = null]: [Parameters<typeof lastErrors>[1], Parameters<typeof lastErrors>[2]?]) =>
  Object.fromEntries(lastErrors(journey, latest, refused));

describe('the error that a step met last', () => {
  test('is the newest exchange of its operation, with what was wrong and where', () => {
    expect(found([anExchange({ operation: 'listOffers', status: 500 }), wrong])).toEqual({
      offer: {
        at,
        sentence: 'createOffer was answered with 400: /claims/kind is required.',
        problem: 'request-invalid',
        exchange: expect.objectContaining({ id: 'exc_1', status: 400 }) as object,
      },
    });
  });

  test('is none where it went right since, where a scenario made it, or where the step asks for it', () => {
    expect(found([anExchange({}), wrong])).toEqual({});
    const finding = { in: 'response', at: 'x-sandbox-trouble', message: 'outage; 1/1' } as const;
    expect(found([anExchange({ status: 503, findings: [finding] })])).toEqual({});
    expect(found([anExchange({ operation: 'getOffer', status: 404 })])).toEqual({});
    expect(found([anExchange({ operation: 'getOffer', status: 403 })])).toHaveProperty('gone');
  });

  test('is a delivery that an address refused, or that found nobody', () => {
    const refused = {
      id: 'dlv_1',
      api: 'cardea',
      version: 'v2',
      type: 'offer.declined',
      url: 'https://a.halden.dev',
      at,
    };
    expect(found([], { ...refused, status: 500, error: null })).toEqual({
      hook: { at, problem: null, sentence: 'offer.declined to https://a.halden.dev was answered with 500.' },
    });
    const nobody = found([], { ...refused, status: null, error: 'No answer came within 10 s.' });
    expect(nobody.hook?.sentence).toBe(
      'offer.declined to https://a.halden.dev was not answered: No answer came within 10 s.',
    );
    expect(found([], { ...refused, version: 'v1', status: 500, error: null })).toEqual({});
  });
});
