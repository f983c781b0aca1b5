import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { corpus } from './corpus.ts';

/** Runs before the other tests of the corpus (playwright.config.ts). What was built before is kept, as a portal's is. */
test('at least eight public descriptions are built into one portal', async () => {
  test.setTimeout(600_000);
  if (process.env.PORTAL_CORPUS === undefined) expect(corpus().descriptions.size).toBeGreaterThanOrEqual(8);
  const script = path.join(import.meta.dirname, 'build-corpus.ts');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 2 ** 24 });
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
});
