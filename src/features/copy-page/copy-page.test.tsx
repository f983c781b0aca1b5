import { expect, test } from 'vitest';
import { agentHref, twinHref } from './twin-href';

test.each([
  ['/', '/index.md'],
  ['/docs', '/docs.md'],
  ['/docs/start/', '/docs/start.md'],
  ['/docs/start.html', '/docs/start.md'],
  ['/docs/index.html', '/docs.md'],
  ['/reference/cardea/v2/schemas/Offer', '/reference/cardea/v2/schemas/Offer.md'],
])('the twin of %s is at %s', (page, twin) => {
  expect(twinHref(page)).toBe(twin);
});

test('an agent is given the address in a question that nothing can break out of', () => {
  const href = new URL(agentHref('claude', 'https://docs.example/a&b.md'));
  expect(href.searchParams.get('q')).toBe('Read https://docs.example/a&b.md so that I can ask questions about it.');
});
