import { expect, test } from 'vitest';
import { madeOnce } from './made-once.ts';

function counted(most = 2) {
  const made: string[] = [];
  const get = madeOnce({
    make: async (key: string) => {
      made.push(key);
      if (key === 'bad' && made.length === 1) throw new Error('not yet');
      return key.toUpperCase();
    },
    nameOf: (key) => key,
    most,
  });
  return { made, get };
}

test('a value is made once, also for those who ask at once', async () => {
  const { made, get } = counted();
  expect(await Promise.all([get('a'), get('a')])).toEqual(['A', 'A']);
  expect(made).toEqual(['a']);
});

test('what could not be made is tried again', async () => {
  const { made, get } = counted();
  await expect(get('bad')).rejects.toThrow('not yet');
  expect(await get('bad')).toBe('BAD');
  expect(made).toEqual(['bad', 'bad']);
});

test('one more than there may be lets the oldest go', async () => {
  const { made, get } = counted();
  for (const key of ['a', 'b', 'c', 'b', 'a']) await get(key);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
