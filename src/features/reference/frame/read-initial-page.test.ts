import { afterEach, expect, test } from 'vitest';
import type { ServedPage } from '../../../../contract/reference-page';
import type { Fetched } from '../data/fetch-json';
import { readInitialPage } from './read-initial-page';

const served = { page: { title: 'Get it' } } as ServedPage;

function reader(...answers: Fetched<ServedPage>[]) {
  const asked: string[] = [];
  const pauses: number[] = [];
  const read = async (href: string) => {
    asked.push(href);
    return answers.shift() ?? { kind: 'missing' as const };
  };
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  return { asked, pauses, page: () => readInitialPage(read, pause) };
}

afterEach(() => (document.head.innerHTML = ''));

const withLink = () => {
  document.head.innerHTML = '<link id="reference-data" href="/reference/a/v1/get-it.json">';
};

test('a page that was rendered from data is taken over with them', async () => {
  withLink();
  const { page, asked } = reader({ kind: 'ready', value: served });
  expect(await page()).toEqual({ href: '/reference/a/v1/get-it', served });
  expect(asked).toEqual(['/reference/a/v1/get-it.json']);
});

test('data that could not be had are asked for again, ever more slowly', async () => {
  withLink();
  const failed = { kind: 'failed' } as const;
  const { page, pauses } = reader(failed, failed, failed, { kind: 'ready', value: served });
  expect(await page()).toBeDefined();
  expect(pauses).toEqual([500, 1000, 2000]);
});

test.each([
  ['says where no data are', () => undefined],
  ['says where data are that are gone', withLink],
])('a page that %s is taken over without', async (_name, prepare) => {
  prepare();
  expect(await reader().page()).toBeUndefined();
});
