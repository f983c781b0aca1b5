import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, thisMachine } from './find-browser.ts';

/** `npm test`, second half: finds or installs a browser, then runs Playwright with it. */
function run(): number {
  try {
    const browser = findBrowser(thisMachine(() => chromium.executablePath()));
    const cli = path.resolve(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
    const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: browser },
    });
    return status ?? 1;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

process.exitCode = run();
