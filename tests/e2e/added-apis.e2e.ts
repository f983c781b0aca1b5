import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { githubDescription, trainTravel } from '../support/public-descriptions.ts';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { expect, hydrated, test as base } from './portal.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../..');
const EMPTY = `import { definePortal } from '${PROGRAM}/contract/portal-config.ts';

export default definePortal({
  brand: { name: 'Borrowed', tagline: 'Two descriptions that this project did not write.' },
  apis: [],
});
`;

/** A portal with Train Travel and GitHub's REST API, each added by the command line, built and started. */
const test = base.extend<object, { portal: RunningPortal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portolan-added-'));
      const environment = {
        PORTAL_CONFIG: path.join(folder, 'portal.config.ts'),
        PORTAL_BUILD: path.join(folder, 'build'),
      };
      await writeFile(environment.PORTAL_CONFIG, EMPTY);
      const run = (script: string, ...argv: string[]) =>
        execFileSync(process.execPath, [path.join(PROGRAM, script), ...argv], {
          cwd: PROGRAM,
          env: { ...process.env, ...environment },
          encoding: 'utf8',
        });
      run('cli/main.ts', 'add-api', trainTravel(), '--id', 'train-travel');
      run('cli/main.ts', 'add-api', githubDescription(), '--id', 'github');
      run('cli/build.ts');
      const portal = await runPortal(environment);
      await use(portal);
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

test('Train Travel answers in the console', async ({ page }) => {
  await page.goto('/reference/train-travel/v1/get-stations');
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('200 OK');
});

test("GitHub's operations are found by search and answer in the console", async ({ page }) => {
  await page.goto('/');
  await hydrated(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search guides and operations' }).fill('create an issue');
  await page
    .getByRole('option', { name: /^POST Create an issue/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create an issue');
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('201 Created');
});

test('a long list of values is filtered as one types', async ({ page }) => {
  await page.goto('/reference/github/v1/security-advisories-list-global-advisories#query-ecosystem');
  await hydrated(page);
  await page
    .getByText(/^all \d+ values$/)
    .first()
    .click();
  const field = page.getByRole('searchbox', { name: 'Find one of the values of query-ecosystem' });
  await field.fill('swi');
  await expect(page.getByRole('status').filter({ hasText: /^1 of \d+ values/ })).toBeVisible();
});
