import { expect, test } from 'vitest';
import { proofWords } from './proof-words.ts';

test.each([
  [{ kind: 'traffic', operation: 'a/v1/things/get' }, 'the gateway has seen things/get answered with 2XX.'],
  [
    { kind: 'traffic', operation: 'a/v1/get', status: '201', count: 3, withinMinutes: 5 },
    'the gateway has seen get answered with 201 3 times within 5 min.',
  ],
  [{ kind: 'traffic', operation: 'a/v1/get', sameResourceAs: 'x' }, 'with 2XX, about what you made before.'],
  [{ kind: 'retry-after-429' }, 'a request was refused with 429'],
  [{ kind: 'all-pages', operation: 'a/v1/list' }, 'in 2 pages or more.'],
  [{ kind: 'agreement', document: '/docs/t', version: '7' }, 'agrees to version 7.'],
] as const)('%j', (proof, words) => {
  expect(proofWords(proof)).toContain(words);
});
