import { expect, test } from 'vitest';
import { troubleWords } from './trouble-words';

test.each([
  ['flaky; 3/10', 'This answer was made by the scenario flaky (3/10).', true],
  [
    'rate-limited; 2/4; retried 6 s too early',
    'This answer was made by the scenario rate-limited (2/4, retried 6 s too early).',
    true,
  ],
  ['prefer; code=503', 'The request asked for it: Prefer: code=503.', false],
  ['delay; 1500 ms', 'The request asked to be held back for 1500 ms.', false],
  ['magic; trouble-503', 'The request has the value trouble-503 in it.', false],
])('%s', (header, sentence, isScenario) => {
  expect(troubleWords(header)).toEqual([{ sentence, isScenario }]);
});

test('several marks are several sentences, and nothing is none', () => {
  expect(troubleWords('slow; 2140 ms, clock-skew; -90 min').map(({ isScenario }) => isScenario)).toEqual([true, true]);
  expect(troubleWords('')).toEqual([]);
});
