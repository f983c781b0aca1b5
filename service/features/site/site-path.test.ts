import { describe, expect, test } from 'vitest';
import { cacheControl, candidateFiles } from './site-path.ts';

describe('an address means', () => {
  test.each([
    ['/', ['index.html']],
    ['/docs/errors', ['docs/errors', 'docs/errors/index.html', 'docs/errors.html']],
    ['/docs/errors/', ['docs/errors/index.html', 'docs/errors.html']],
    ['//docs//errors', ['docs/errors', 'docs/errors/index.html', 'docs/errors.html']],
  ])('%s → %j', (path, files) => {
    expect(candidateFiles(path)).toEqual(files);
  });

  test.each(['/.env', '/docs/.git/config', '/../package.json', '/docs/../../x', '/..', '/a\0b', '/..\\x'])(
    '%j: nothing',
    (path) => {
      expect(candidateFiles(path)).toEqual([]);
    },
  );
});

test.each([
  ['assets/js/main.1234.js', 'public, max-age=31536000, immutable'],
  ['index.html', 'no-cache'],
  ['reference/cardea/v2/nav.json', 'no-cache'],
  ['docs/assets/index.html', 'no-cache'],
])('%s is cached as %s', (file, want) => {
  expect(cacheControl(file)).toBe(want);
});
