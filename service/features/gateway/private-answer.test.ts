import { describe, expect, test } from 'vitest';
import { privateAnswer } from './private-answer.ts';

const contract = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } } } as const;

describe('an answer that stands behind a key', () => {
  test.each([
    ['public, max-age=60', 'private, max-age=60'],
    ['s-maxage=600, stale-while-revalidate=5', 'private, stale-while-revalidate=5'],
    ['no-store', 'private, no-store'],
    ['PUBLIC', 'private'],
    ['private', 'private'],
  ])('is kept by no cache that others share: %s', (said, want) => {
    expect(privateAnswer({ 'cache-control': said }, contract)['cache-control']).toBe(want);
  });

  test('is told apart by the key and the server', () => {
    const { vary } = privateAnswer({ 'cache-control': 'max-age=1', vary: 'accept' }, contract);
    expect(vary).toBe('accept, authorization, x-api-key, x-portal-server');
  });

  test('says nothing of caching where the upstream says nothing', () => {
    expect(privateAnswer({ etag: '"1"' }, contract)).toEqual({ etag: '"1"' });
  });
});
