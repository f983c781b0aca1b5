import { afterEach, expect, test } from 'vitest';
import './mend-hash';

afterEach(() => window.history.replaceState(null, '', '/'));

test.each([
  ['#100%', '#100%25'],
  ['#try=%E0%A4%A', '#try=%25E0%25A4%25A'],
  ['#caf%C3%A9', '#caf%C3%A9'],
  ['', ''],
])('a hash that nobody can decode is made one that is: %s', (hash, want) => {
  window.history.replaceState(null, '', `/page?q=1${hash}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(window.location.pathname + window.location.search + window.location.hash).toBe(`/page?q=1${want}`);
});
