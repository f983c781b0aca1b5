import { expect, test } from 'vitest';
import { neighbours } from './served-page.ts';

const items = Array.from({ length: 100 }, (_, index) => ({
  title: '',
  slug: `op-${index}`,
  method: 'get',
  path: '/',
  deprecated: false,
}));

test.each([
  ['op-0', 0, 15],
  ['op-50', 42, 57],
  ['op-99', 84, 99],
])('around %s stand 16 operations', (slug, first, last) => {
  const around = neighbours(items, slug);
  expect(around).toHaveLength(16);
  expect([around[0]?.slug, around.at(-1)?.slug]).toEqual([`op-${first}`, `op-${last}`]);
  expect(around.some((item) => item.slug === slug)).toBe(true);
});
