import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { developmentConfig } from '../support/development-config.ts';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { barriers } from './barriers.ts';
import { followMail } from './people.ts';
import { expect, hydrated, test as base } from './portal.ts';

/** A cohort from a file with bad rows to a partner who takes part. */
const test = base.extend<object, { portal: RunningPortal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portolan-cohorts-'));
      const portal = await runPortal({ PORTAL_CONFIG: await developmentConfig(folder, ['grace@portal.example']) });
      await use(portal);
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const csv =
  'E-Mail;Organisation;Name\r\nada@koeln.example;Uni Köln;Ada\r\nnobody;Uni Delft;\r\nbob@delft.example;;\r\n';

async function signIn(page: Page, address: string): Promise<void> {
  await page.request.post('/api/v1/sign-in-links', { data: { email: address } });
  await followMail(page, address, /Sign in to/);
  await page.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/account/);
}

test('a file with bad rows is told row by row, its good ones are invited, and a partner takes part and is told', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'grace@portal.example');
  await page.goto('/team/cohorts');
  await hydrated(page);
  await page.getByRole('button', { name: 'New cohort' }).click();
  await page.getByLabel('Name').fill('Autumn 2026');
  await page.getByLabel('Journey').selectOption('issuer-launch');
  await page.getByRole('button', { name: 'Make the cohort' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Autumn 2026' })).toBeVisible();
  await expect(page.getByText('Nobody is invited yet.')).toBeVisible();

  await page
    .getByLabel('The file')
    .setInputFiles({ name: 'autumn.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${csv}`) });
  await expect(page.getByText('autumn.csv: 1 person would be invited, 2 faults.')).toBeVisible();
  const faults = page.getByRole('table', { name: 'What is wrong in the file' });
  await expect(faults.getByRole('row', { name: /^3 E-Mail It is no mail address: "nobody"/ })).toBeVisible();
  await expect(faults.getByRole('row', { name: /^4 Organisation It is empty/ })).toBeVisible();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate<number>(overflow), `nothing is wider than ${width} px`).toBeLessThanOrEqual(0);
  }
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send 1 invitation' }).click();
  await expect(page.getByRole('table', { name: 'Invitations' })).toContainText('ada@koeln.example');

  const partner = await (await browser.newContext({ baseURL })).newPage();
  await followMail(partner, 'ada@koeln.example', /take part in Autumn 2026/);
  await partner.getByRole('button', { name: 'Send me a link to sign in' }).click();
  await expect(partner.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
  await followMail(partner, 'ada@koeln.example', /Sign in to/);
  await partner.getByRole('button', { name: 'Sign in' }).click();
  await partner.getByRole('button', { name: 'Accept for Uni Köln' }).click();
  await expect(partner).toHaveURL(/\/launch$/);

  await page.reload();
  await expect(page.getByRole('table', { name: 'Partners of the cohort' })).toContainText('Uni Köln');
  await expect(page.getByRole('table', { name: 'Invitations' })).toContainText('Accepted');
  await page.getByLabel('Subject').fill('Office hours');
  await page.getByLabel('Text').fill('On Thursday.');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('button', { name: 'Send to 1 person' }).click();
  await expect(page.getByText('On its way to 1 person.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await partner.reload();
  await partner.getByRole('button', { name: /Mark as read/ }).click();
  await expect(partner.getByText('One that was read')).toBeVisible();
  await partner.context().close();
});
