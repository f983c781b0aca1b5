import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { expect, hydrated, test as base } from './portal.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** Words that stand nowhere but in what is early access: its titles, texts, paths, ids and file names. */
const rare = [
  ...['quokkamatic', 'xylophonic', 'quokkauctions', 'quokkafile', 'buoyantly'],
  ...['wombatish', 'marsupial', 'tidalguide'],
  ...['zebroid', 'listzebroids', 'platypusian', 'zanzibarian', 'tugaroo', 'tugsapi', 'readwrasse'],
  ...['narwhals', 'berths/v2'],
];

function description(title: string, more: object = {}): string {
  const open = {
    get: { operationId: 'listBerths', summary: 'List berths', responses: { 200: { description: 'All.' } } },
  };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title, version: '1' },
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    paths: { '/berths': open, ...more },
  });
}
const gated = (operationId: string, summary: string) => ({
  get: { operationId, summary, responses: { 200: { description: 'The platypusian answer.' } } },
});

const files: Readonly<Record<string, string>> = {
  'portal.config.ts': `export default {
  brand: { name: 'Harbour', tagline: 'Berths for all.' },
  accounts: { staff: ['root@portal.example'] },
  access: [{ id: 'narwhals', title: 'The narwhals' }],
  apis: [
    {
      id: 'berths',
      versions: [
        { id: 'v2', description: 'v2.json', access: ['narwhals'] },
        { id: 'v1', description: 'v1.json' },
      ],
    },
    { id: 'tugsapi', title: 'Zanzibarian tugs', access: ['narwhals'], versions: [{ id: 'v1', description: 'tugs.json' }] },
  ],
};`,
  'v1.json': description('Berths'),
  'v2.json': description('Berths', { '/zebroids': gated('listZebroids', 'List zebroid berths') }),
  'tugs.json': description('Tugs', { '/tugs': gated('readWrasse', 'Call a tugaroo') }),
  'docs/index.md': '---\ntitle: Welcome\nslug: /\n---\n\nHello.\n',
  'docs/after.md': '---\ntitle: Afterwards\n---\n\nAnd then.\n',
  'docs/quokkafile.md': `---
title: Quokkamatic auctions
description: An xylophonic way.
slug: /quokkauctions
access: narwhals
---

The word is xylophonic. ![Seen](./buoyantly.svg)
`,
  'docs/buoyantly.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>buoyantly</title></svg>',
  'docs/early/_category_.json': '{ "label": "Wombatish", "customProps": { "access": ["narwhals"] } }',
  'docs/early/tidalguide.mdx': `---
title: Marsupial tides
---

<Sample operation="tugsapi/v1/readWrasse" />
`,
};

/** A portal with one group, for a guide, a folder of guides, an API and a version; built and started. */
const test = base.extend<object, { portal: RunningPortal; build: string }>({
  build: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portolan-gated-'));
      for (const [name, text] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), text);
      }
      const environment = {
        PORTAL_CONFIG: path.join(folder, 'portal.config.ts'),
        PORTAL_BUILD: path.join(folder, 'build'),
      };
      execFileSync(process.execPath, [path.join(PROGRAM, 'cli/build.ts')], {
        cwd: PROGRAM,
        env: { ...process.env, ...environment },
        encoding: 'utf8',
      });
      await use(environment.PORTAL_BUILD);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  portal: [
    async ({ build }, use) => {
      const portal = await runPortal({
        PORTAL_CONFIG: path.join(path.dirname(build), 'portal.config.ts'),
        PORTAL_BUILD: build,
      });
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

/** Where each of the words stands in a folder: names of files, and what is in them, also where it is compressed. */
function traces(folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>(rare.map((word) => [word, []]));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file);
    const bytes = readFileSync(file);
    const text = [Buffer.from(name), bytes, ...inflated(bytes)].map((each) => each.toString('latin1').toLowerCase());
    for (const [word, places] of found) if (text.some((each) => each.includes(word))) places.push(name);
  }
  return found;
}

function inflated(bytes: Buffer): Buffer[] {
  return [brotliDecompressSync, gunzipSync].flatMap((inflate) => {
    try {
      return [inflate(bytes)];
    } catch {
      return [];
    }
  });
}

test('everybody’s edition has no trace of what is early access, and the group’s has all of it', ({ build }) => {
  expect([...traces(path.join(build, 'site'))].filter(([, places]) => places.length > 0)).toEqual([]);
  const own = traces(path.join(build, 'editions/narwhals/site'));
  expect([...own].filter(([, places]) => places.length === 0)).toEqual([]);
  // In the search, as pages, twins, lists and data alike.
  const named = [...own.values()].flat();
  for (const file of [
    ...['search.json', 'sitemap.xml', 'llms.txt', 'llms-full.txt'],
    ...['docs/quokkauctions.html', 'docs/quokkauctions.md', 'docs/early/tidalguide.html'],
    ...[
      'reference/berths/v2/list-zebroids.html',
      'reference/berths/v2/list-zebroids.md',
      'reference/berths/v2/nav.json',
    ],
    'reference/tugsapi/v1/read-wrasse.json',
  ]) {
    expect(named.filter((name) => name.replace('/index.html', '.html') === file)).not.toEqual([]);
  }
});

async function signIn(page: Page): Promise<void> {
  const email = 'root@portal.example';
  await page.request.post('/api/v1/sign-in-links', { data: { email } });
  const letter = page.locator('article').filter({ hasText: email }).first();
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto((await letter.getByRole('link').first().getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/(?:account|organization|team)?$/);
}

test('who signs in sees it in the sidebar and the search, and who signs out does not see it a moment longer', async ({
  page,
  complaints,
}) => {
  expect((await page.goto('/docs/quokkauctions'))?.status()).toBe(404);
  await page.goto('/docs');
  const sidebar = page.getByRole('navigation', { name: 'This section' });
  await expect(sidebar.getByRole('link', { name: 'Afterwards' })).toBeVisible();
  await expect(page.getByText('Quokkamatic')).toHaveCount(0);

  await signIn(page);
  await page.goto('/docs');
  await sidebar.getByRole('link', { name: 'Quokkamatic auctions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quokkamatic auctions' })).toBeVisible();
  await hydrated(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('xylophonic');
  await expect(page.getByRole('option', { name: /Quokkamatic/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.locator('header summary', { hasText: 'Account of' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  await expect(page.getByText('Quokkamatic')).toHaveCount(0);
  // The browser tells on its console of pages that are not there.
  complaints.length = 0;
});
