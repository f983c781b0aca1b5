import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { aPng } from '../../service/features/integrations/logo/pictures.fixture.ts';
import { developmentConfig } from '../support/development-config.ts';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { barriers } from './barriers.ts';
import { expect, hydrated, test as base } from './portal.ts';

/** A partner's integration on its way into the directory. */
const test = base.extend<object, { portal: RunningPortal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portolan-directory-'));
      const portal = await runPortal({ PORTAL_CONFIG: await developmentConfig(folder, ['grace@portal.example']) });
      await use(portal);
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Signs in by a link of a mail, which makes the account where there is none. */
async function signIn(page: Page, address: string): Promise<void> {
  await page.request.post('/api/v1/sign-in-links', { data: { email: address } });
  const link = page.locator('a[href*="/account/link"]');
  const letter = page.locator('article', { hasText: `To ${address}`, has: link }).first();
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto((await letter.getByRole('link').first().getAttribute('href')) ?? '');
  await page.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/account/);
}

async function staff(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, 'grace@portal.example');
  return page;
}

test('a partner writes a listing, staff approve it, and with the launch everybody sees it, also without JavaScript', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await page.goto('/integrations');
  await expect(page.getByRole('heading', { name: 'Be the first' })).toBeVisible();

  await signIn(page, 'ada@halden.example');
  const made = await page.request.post('/api/v1/organizations', { data: { name: 'Halden University' } });
  const { id: organization } = (await made.json()) as { id: string };
  await page.goto('/integrations/edit');
  await page.getByLabel('Name', { exact: true }).fill('Halden Campus');
  await page.getByLabel('Summary').fill('<b>Diplomas</b> from the student system, on the day they are earned.');
  await page.getByLabel('Description').fill('It watches the register.\n\nIt offers each diploma to its holder.');
  await page.getByLabel('Complementary').check();
  await page.getByLabel('Cardea API v2').check();
  await page.getByLabel('Wallets').check();
  await page.getByLabel('Website').fill('https://campus.halden.example');
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toContainText('<b>Diplomas</b>');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByLabel('Logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: aPng() });
  await expect(page.getByText('The logo is saved.')).toBeVisible();
  await expect(preview.locator('img')).toHaveJSProperty('naturalWidth', 64);
  expect(await barriers(page, 'main')).toEqual([]);
  await page.getByRole('button', { name: 'Send to review' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('In review', { exact: true })).toBeVisible();

  const grace = await staff(browser, baseURL);
  await grace.goto('/team/integrations');
  const review = grace.getByRole('article', { name: 'Halden University' });
  await expect(review).toContainText('It watches the register.');
  expect(await barriers(grace, 'main')).toEqual([]);
  await review.getByRole('button', { name: 'Approve' }).click();
  await expect(review.getByRole('button', { name: 'Take out of the directory' })).toBeVisible();
  await grace.request.put(`/api/v1/team/launches/${organization}`);
  await grace.context().close();

  await page.context().clearCookies();
  await page.goto('/integrations');
  const card = page.getByRole('link', { name: 'Halden Campus' });
  await expect(card).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate<number>(overflow)).toBe(0);
  await page.getByLabel('Kind').selectOption('supplementary');
  await expect(page.getByRole('heading', { name: 'No integration fits that' })).toBeVisible();
  await expect(page).toHaveURL(/\?kind=supplementary$/);
  await page.getByRole('button', { name: 'Show all' }).click();
  await card.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Halden Campus' })).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Halden Campus' })).toBeVisible();
  await expect(page).toHaveTitle('Halden Campus | Cardea');
  await expect(page.getByRole('link', { name: 'Website' })).toHaveAttribute('href', 'https://campus.halden.example/');
  expect(await page.evaluate<number>(overflow)).toBe(0);
  expect(await barriers(page)).toEqual([]);

  const plain = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
  await plain.goto('/integrations?q=diplomas');
  await plain.getByRole('link', { name: 'Halden Campus' }).click();
  await expect(plain.getByRole('heading', { level: 1, name: 'Halden Campus' })).toBeVisible();
  await expect(plain.locator('main article')).toContainText('<b>Diplomas</b>');
  await plain.context().close();
});
