import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../cli/free-port.ts';
import { findBrowser, thisMachine } from '../find-browser.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../..');
const description = (summary: string) => `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    get: { operationId: listThings, summary: ${summary}, responses: { '200': { description: Them. } } }
`;

/** A portal of one operation in a folder of its own, in development. Everything that was started ends with the test. */
async function aPortalInDevelopment() {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-dev-'));
  const file = path.join(folder, 'things.yaml');
  await writeFile(file, description('List things'));
  const config = path.join(folder, 'portal.config.ts');
  await writeFile(
    config,
    `export default { brand: { name: 'T', tagline: 'T.' }, apis: [{ id: 'things', versions: [{ id: 'v1', description: ${JSON.stringify(file)} }] }] };`,
  );
  const port = await freePort();
  const printed = path.join(folder, 'printed');
  // To a file: programs that it starts hold a pipe open after it has ended.
  const output = openSync(printed, 'w');
  const child = spawn(process.execPath, [path.join(PROGRAM, 'cli/dev.ts')], {
    cwd: PROGRAM,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      PORTAL_CONFIG: config,
      PORTAL_BUILD: path.join(folder, 'build'),
      PORTAL_DATA: path.join(folder, 'data'),
    },
  });
  closeSync(output);
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  const origin = `http://localhost:${port}`;
  await answers(`${origin}/reference/things/v1/list-things`, () => child.exitCode, printed);
  return { file, origin };
}

/** Asks until the server answers; its first answer comes when it has compiled. */
async function answers(address: string, exitCode: () => number | null, printed: string): Promise<void> {
  for (;;) {
    const status = await fetch(address).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    if (exitCode() !== null) throw new Error(`It ended with ${exitCode()}:\n${await readFile(printed, 'utf8')}`);
    await pause(250);
  }
}

test('in development a change in a description is on the screen without a reload', async () => {
  const { file, origin } = await aPortalInDevelopment();
  const browser = await chromium.launch({
    executablePath: findBrowser(thisMachine(() => chromium.executablePath())),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${origin}/reference/things/v1/list-things`);
  const title = page.getByRole('heading', { level: 1 });
  await title.filter({ hasText: 'List things' }).waitFor();
  await page.evaluate('window.isTheSame = true');
  await writeFile(file, description('List all things'));
  await title.filter({ hasText: 'List all things' }).waitFor();
  expect(await page.evaluate('window.isTheSame')).toBe(true);
});
