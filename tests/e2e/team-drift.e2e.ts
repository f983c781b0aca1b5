import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { driftBatch } from '../../service/features/drift/drift-batch.ts';
import { answered, missing } from '../../service/features/drift/drift.fixture.ts';
import { sqlDriftStore } from '../../service/features/drift/index.ts';
import { sqlExchangeStore } from '../../service/features/traffic/sql-exchange-store.ts';
import { issuePortalKey } from '../../service/issue-key.ts';
import { portalMigrations } from '../../service/migrations.ts';
import { migrate, openDatabase } from '../../service/platform/database/index.ts';
import { newId } from '../../service/platform/ids.ts';
import { runPortal } from '../support/run-portal.ts';
import { test as base, expect, hydrated } from './portal.ts';

const hostile = '<img src=x onerror="window.fired=1">';
const exchanges = [
  answered([{ ...missing, example: `{ "note": "${hostile.replaceAll('"', '\\"')}" }` }], {
    excerpt: { request: 'GET /credentials/cred_1', answer: `200\n\n${hostile}` },
  }),
  answered([{ in: 'response', at: '', message: 'the media type text/html is not declared', drift: 'media-type' }], {
    operation: 'listIssuers',
    version: 'v1',
    environment: 'sandbox',
  }),
];

const key = { organization: 'org_team', environment: 'sandbox', requestsPerMinute: 600, lifetimeDays: null } as const;

/** A portal in whose database there is drift, with a team key and a partner's. */
const test = base.extend<object, { keys: { team: string; partner: string }; place: string }>({
  place: [
    async ({ browserName: _ }, use) => use(await mkdtemp(path.join(tmpdir(), 'portolan-drift-'))),
    { scope: 'worker' },
  ],
  keys: [
    async ({ place }, use) => {
      const database = await openDatabase({ dataFolder: place, databaseUrl: undefined });
      await migrate(database, portalMigrations);
      const batch = driftBatch();
      for (const exchange of exchanges) batch.add(exchange, () => true);
      await sqlDriftStore(database, newId).write(batch, new Date());
      await sqlExchangeStore(database).add(exchanges);
      await database.close();
      const environment = { PORTAL_DATA: place };
      const team = (await issuePortalKey({ ...key, scopes: ['portal:team'] }, environment)).text;
      await use({ team, partner: (await issuePortalKey({ ...key, organization: 'org_a' }, environment)).text });
    },
    { scope: 'worker' },
  ],
  portal: [
    async ({ place, keys: _ }, use) => {
      const portal = await runPortal({ PORTAL_DATA: place });
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker' },
  ],
});

test('the team reads the drift by keyboard alone: the key, the rows, an exchange; nothing of it stands in the address', async ({
  page,
  keys,
}) => {
  await page.goto('/team/drift');
  await hydrated(page);
  await expect(page.getByLabel('Team key')).toBeFocused();
  await page.keyboard.type(keys.team);
  await page.keyboard.press('Enter');
  const row = page.getByRole('button', { name: 'getCredential' });
  await row.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'listIssuers' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByText('What stood there')).toBeVisible();
  const exchange = page.getByRole('button', { name: /^exc_/ });
  await exchange.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('GET /credentials/cred_1').first()).toBeVisible();
  expect(await page.evaluate('window.fired')).toBeUndefined();
  expect(page.url()).not.toContain('ptl_');
  const link = page.getByRole('link', { name: 'The operation’s page' });
  expect(await link.getAttribute('href')).toBe('/reference/cardea/v2/get-credential');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('filters stand in the address, the key stays for the tab, and an entry is resolved', async ({ page, keys }) => {
  await page.goto('/team/drift');
  await hydrated(page);
  await page.getByLabel('Team key').fill(keys.team);
  await page.getByRole('button', { name: 'Show drift' }).click();
  await page.getByLabel('Environment').selectOption('sandbox');
  await expect(page).toHaveURL(/environment=sandbox/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'listIssuers' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'getCredential' })).toHaveCount(0);
  await page.getByRole('button', { name: 'listIssuers' }).click();
  await page.getByRole('button', { name: 'Mark as resolved' }).click();
  await expect(page.getByText(/by the team/)).toBeVisible();
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText('No entry is left by these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Forget the key' }).click();
  await page.reload();
  await expect(page.getByLabel('Team key')).toBeVisible();
});

test('a partner’s key opens nothing, and the page says why', async ({ page, keys, complaints }) => {
  await page.goto('/team/drift');
  await hydrated(page);
  await page.getByLabel('Team key').fill(keys.partner);
  await page.getByRole('button', { name: 'Show drift' }).click();
  await expect(page.getByRole('alert')).toContainText('issue-key --team');
  expect(complaints.splice(0).every((complaint) => complaint.includes('403'))).toBe(true);
});

test('on a phone nothing is wider than the screen', async ({ page, keys }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/team/drift');
  await hydrated(page);
  await page.getByLabel('Team key').fill(keys.team);
  await page.getByRole('button', { name: 'Show drift' }).click();
  await page.getByRole('button', { name: 'getCredential' }).click();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});
