import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RenderedPages } from './rendered-pages.ts';

async function store() {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-rendered-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  let round = 0;
  const made: string[] = [];
  /** A build: renders a page from each of the data, with the site that `stamp` stands for. */
  const build = async (stamp: string, ...data: string[]) => {
    const pages = new RenderedPages(path.join(folder, 'rendered'));
    pages.begin(stamp);
    round++;
    for (const one of data) {
      const target = path.join(folder, `${round}-${one}.html`);
      await pages.put(Buffer.from(one), target, async () => {
        made.push(one);
        return `<p>${one}`;
      });
      expect(await readFile(target, 'utf8')).toBe(`<p>${one}`);
    }
    pages.finish(new Set(pages.used()));
  };
  return { folder, build, made };
}

test('a page is rendered anew only when its data have changed', async () => {
  const { build, made } = await store();
  await build('site', 'a', 'b');
  await build('site', 'a', 'c');
  expect(made).toEqual(['a', 'b', 'c']);
});

test('all pages are rendered anew when the site around them has changed', async () => {
  const { build, made } = await store();
  await build('site', 'a');
  await build('another site', 'a');
  expect(made).toEqual(['a', 'a']);
});

test('what no page uses any more is deleted', async () => {
  const { folder, build } = await store();
  await build('site', 'a', 'b');
  await build('site', 'a');
  expect(await readdir(path.join(folder, 'rendered'))).toHaveLength(2); // the stamp and one page
});
