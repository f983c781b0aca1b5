import { describe, expect, test } from 'vitest';
import { mainReference, referencePlace } from './portal-site';

describe('referencePlace', () => {
  test.each([
    ['/reference/cardea/v2', { api: 'cardea', version: 'v2' }],
    ['/reference/cardea/v2/tags/offers', { api: 'cardea', version: 'v2' }],
    ['/reference/cardea', null],
    ['/docs/reference/cardea/v2', null],
    ['/', null],
  ])('%s', (pathname, want) => {
    expect(referencePlace(pathname)).toEqual(want);
  });
});

test('the main reference is the current version of the first API, even when it is not listed first', () => {
  const versions = [
    { id: 'v3-preview', current: false, deprecated: false },
    { id: 'v2', current: true, deprecated: false },
  ];
  expect(mainReference([{ id: 'cardea', title: 'Cardea API', versions }])).toEqual({ api: 'cardea', version: 'v2' });
  expect(mainReference([])).toBeNull();
});
