import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileCompressor } from './compress-file.ts';
import { findFile, type SiteFile } from './find-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-compress-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function file(name: string, text: string, second = 0): Promise<SiteFile> {
  writeFileSync(join(folder, name), text);
  utimesSync(join(folder, name), second, second);
  const found = await findFile(folder, [name]);
  if (found === null) throw new Error(name);
  return found;
}

test('each encoding has its bytes', async () => {
  const compress = fileCompressor(1000);
  const page = await file('page.html', 'sea '.repeat(500));
  expect(brotliDecompressSync(await compress(page, 'br')).toString()).toBe('sea '.repeat(500));
  expect(gunzipSync(await compress(page, 'gzip')).toString()).toBe('sea '.repeat(500));
});

test('what was made is given again, and what is being made is waited for', async () => {
  const compress = fileCompressor(1000);
  const page = await file('page.html', 'sea '.repeat(500));
  const [one, other] = await Promise.all([compress(page, 'br'), compress(page, 'br')]);
  expect(other).toBe(one);
  expect(await compress(page, 'br')).toBe(one);
});

test('a file that changed is made anew', async () => {
  const compress = fileCompressor(1000);
  await compress(await file('page.html', 'sea '.repeat(500)), 'br');
  const changed = await file('page.html', 'bay '.repeat(500), 5);
  expect(brotliDecompressSync(await compress(changed, 'br')).toString()).toBe('bay '.repeat(500));
});

test('more files at the same time than there are turns, one of them gone', async () => {
  const compress = fileCompressor(100_000);
  const gone = { ...(await file('gone.html', '')), path: join(folder, 'nowhere.html') };
  const pages = await Promise.all(Array.from({ length: 20 }, (_, index) => file(`${index}.html`, `page ${index}`)));
  const answers = await Promise.allSettled([gone, ...pages].map((page) => compress(page, 'gzip')));
  expect(answers[0]?.status).toBe('rejected');
  const texts = answers.slice(1).map((answer) => answer.status === 'fulfilled' && gunzipSync(answer.value).toString());
  expect(texts).toEqual(pages.map((_, index) => `page ${index}`));
});
