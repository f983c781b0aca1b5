import { describe, expect, test } from 'vitest';
import { acceptable, bestFit, parseMediaType } from './media-type.ts';

describe('a media type is taken apart', () => {
  test.each([
    ['application/json', 'application/json', {}],
    ['Application/JSON; Charset=UTF-8', 'application/json', { charset: 'UTF-8' }],
    ['multipart/form-data; boundary="a;b\\"c"', 'multipart/form-data', { boundary: 'a;b"c' }],
    ['application/vnd.api+json;version=2', 'application/vnd.api+json', { version: '2' }],
  ])('%s', (text, essence, parameters) => {
    const parsed = parseMediaType(text);
    expect(parsed?.essence).toBe(essence);
    expect(Object.fromEntries(parsed?.parameters ?? [])).toEqual(parameters);
  });

  test.each(['', 'json', 'application/', '/json', 'a b/c', 'application/json,text/html'])('%j is none', (text) => {
    expect(parseMediaType(text)).toBeNull();
  });
});

describe('the declared body that a content type means', () => {
  const declared = ['application/json', 'application/merge-patch+json', 'image/*', 'text/plain'].map((type) => ({
    type,
  }));
  test.each([
    ['application/json', 'application/json'],
    ['application/merge-patch+json', 'application/merge-patch+json'],
    ['application/vnd.example+json', 'application/json'],
    ['image/png', 'image/*'],
    ['text/html', undefined],
    ['application/xml', undefined],
  ])('%s: %s', (essence, want) => {
    expect(bestFit(declared, essence)?.type).toBe(want);
  });

  test('*/* takes what nothing else takes', () => {
    expect(bestFit([{ type: '*/*' }, { type: 'text/plain' }], 'text/plain')?.type).toBe('text/plain');
    expect(bestFit([{ type: '*/*' }, { type: 'text/plain' }], 'text/html')?.type).toBe('*/*');
  });
});

describe('the answer that a client accepts', () => {
  const offered = ['application/json', 'application/xml'].map((type) => ({ type }));
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/xml', 'application/xml'],
    ['application/xml;q=0.9, application/json', 'application/json'],
    ['application/*;q=0.5, application/xml;q=0.1', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['application/vnd.github+json', 'application/json'],
    ['application/json;q=0, */*', 'application/xml'],
    ['text/html', undefined],
    ['application/*;q=0', undefined],
  ])('%s: %s', (accept, want) => {
    expect(acceptable(offered, accept)?.type).toBe(want);
  });
});
