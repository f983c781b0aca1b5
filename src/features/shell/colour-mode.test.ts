import { expect, test } from 'vitest';
import { nextColourMode } from './colour-mode';

test('the button goes from system to light to dark and back to system', () => {
  const seen = [nextColourMode(null)];
  seen.push(nextColourMode(seen[0] ?? null));
  seen.push(nextColourMode(seen[1] ?? null));
  expect(seen).toEqual(['light', 'dark', null]);
});
