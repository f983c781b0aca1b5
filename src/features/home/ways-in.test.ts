import { expect, test } from 'vitest';
import { waysIn } from './ways-in';

const reference = { label: 'Train Travel API v1', to: '/reference/trains/v1' };

test('what home.yaml says comes as it is', () => {
  const ways = [{ title: 'Ask', text: 'x', links: [] }];
  expect(waysIn(ways, '/docs', [reference])).toBe(ways);
});

test('without home.yaml there are the guides and the references', () => {
  const found = waysIn([], '/docs/start', [reference]).flatMap(({ links }) => links);
  expect(found).toEqual([{ label: 'Read the guides', to: '/docs/start' }, reference]);
});

test('a portal with neither offers nothing', () => {
  expect(waysIn([], null, [])).toEqual([]);
});
