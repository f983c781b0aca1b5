import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { test } from './corpus.fixture.ts';
import type { SiteReport } from './check-site.ts';

/** In a process of its own, with threads: that is done in seconds, and Playwright's loader has no part in it. */
async function report(site: string): Promise<SiteReport> {
  const script = path.join(import.meta.dirname, 'check-site.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, site], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as SiteReport;
}

test('every page parses, every id is there once, and every link of pages, data and twins leads somewhere', async ({
  corpus,
}) => {
  test.setTimeout(300_000);
  const { files, seconds, faults, slips } = await report(corpus.site);
  console.log(`${files} files looked at in ${seconds} s`);
  // Of elements that no page shows, their content is left, and that may close a paragraph: harmless, and of no honest description.
  const isLeftover = (fault: string) => /^reference\/hostile\/.*: <\/p> without its beginning$/.test(fault);
  expect(faults.filter((fault) => !isLeftover(fault))).toEqual([]);
  const sources = [...corpus.descriptions.values(), corpus.hostile].map((file) => readFileSync(file, 'utf8'));
  // A description may say "undefined" itself.
  const own = slips.filter(([text]) => !sources.some((source) => source.includes(JSON.stringify(text).slice(1, -1))));
  expect(own).toEqual([]);
});
