import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, hydrated, test } from './portal.ts';

const state = (page: Page) => page.getByRole('region', { name: 'State', exact: true });
const said = (page: Page) => state(page).getByRole('status').first();
const row = (page: Page, path: string) => state(page).getByRole('row').filter({ hasText: path });

async function open(page: Page, address = '/sandbox'): Promise<void> {
  await page.goto(address);
  await hydrated(page);
  await state(page).getByRole('button', { name: 'Take a snapshot' }).waitFor();
}

async function itemsAt(page: Page, path: string): Promise<number> {
  return Number(await row(page, path).getByRole('cell').last().textContent());
}

test('what is made is counted, kept, taken away and brought back', async ({ page }) => {
  await open(page);
  const fresh = await itemsAt(page, '/credential-offers');
  await state(page).getByLabel('How many').fill('7');
  await state(page).getByRole('button', { name: 'Make them' }).click();
  await expect(said(page)).toContainText('7 items made at /credential-offers.');
  await expect(row(page, '/credential-offers')).toContainText(String(fresh + 7));

  await state(page).getByLabel('Name').fill('Seven offers');
  await state(page).getByRole('button', { name: 'Take a snapshot' }).click();
  await expect(said(page)).toContainText('“Seven offers” is kept.');

  await state(page).getByRole('button', { name: 'Empty it' }).click();
  await state(page).getByRole('button', { name: 'Empty', exact: true }).click();
  await expect(said(page)).toContainText('The sandbox is empty.');
  expect(await itemsAt(page, '/credential-offers')).toBe(0);

  await said(page).getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, '/credential-offers')).toContainText(String(fresh + 7));

  await state(page).getByRole('button', { name: 'Reset to the examples' }).click();
  await state(page).getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(said(page)).toContainText('as on its first day');
  expect(await itemsAt(page, '/credential-offers')).toBe(fresh);
  await state(page).getByRole('button', { name: 'Restore Seven offers' }).click();
  await expect(said(page)).toContainText('as it was in “Seven offers”');
  expect(await itemsAt(page, '/credential-offers')).toBe(fresh + 7);

  await page.reload();
  await hydrated(page);
  await expect(row(page, '/credential-offers')).toContainText(String(fresh + 7));
});

test('a version has a sandbox of its own, at an address of its own', async ({ page }) => {
  await open(page);
  await page.getByLabel('API version').selectOption('cardea/v1');
  await expect(page).toHaveURL(/\?version=cardea\/v1$/);
  await expect(state(page).getByRole('row').filter({ hasText: '/issuers' })).toHaveCount(0);
  await open(page, '/sandbox?version=cardea/v1');
  await expect(page.getByLabel('API version')).toHaveValue('cardea/v1');
});

test('the clock goes where it is sent, and back', async ({ page }) => {
  await open(page);
  await state(page).getByRole('button', { name: '+1 day' }).click();
  await expect(state(page)).toContainText('1 day ahead of the real time');
  await state(page).getByLabel('Date and time').fill('2030-01-02T03:04');
  await state(page).getByRole('button', { name: 'Go there' }).click();
  await expect(said(page)).toContainText('It is 2 Jan 2030, 03:04 in the sandbox.');
  await state(page).getByRole('button', { name: 'Back to now' }).click();
  await expect(said(page)).toContainText('shows the real time again');
});

test('all of it is done by keyboard, and Escape takes a question back', async ({ page }) => {
  await open(page);
  await state(page).getByLabel('Name').focus();
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('“By keyboard” is kept.');
  const reset = state(page).getByRole('button', { name: 'Reset to the examples' });
  await reset.focus();
  await page.keyboard.press('Enter');
  await expect(state(page).getByRole('button', { name: 'Reset', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reset).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('as on its first day');
  await expect(reset).toBeFocused();
});

test('what is exported is taken back, and what is wrong in it is named', async ({ page, complaints }, info) => {
  await open(page);
  const download = page.waitForEvent('download');
  await state(page).getByRole('button', { name: 'Export' }).click();
  const file = info.outputPath('export.json');
  await (await download).saveAs(file);
  const exported = JSON.parse(await readFile(file, 'utf8')) as { items: Record<string, Record<string, unknown>[]> };
  const [offer] = exported.items['/credential-offers'] ?? [];
  const upload = async (value: unknown) =>
    state(page)
      .getByLabel('A file of items')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) });
  await upload({ replace: true, items: { '/credential-offers': [offer] } });
  await expect(said(page)).toContainText('The sandbox holds what mine.json says.');
  expect(await itemsAt(page, '/credential-offers')).toBe(1);
  const hostile = '<img src=x onerror=alert(1)>';
  await upload({ items: { '/credential-offers': [{ ...offer, status: hostile }], [hostile]: [] } });
  await expect(said(page)).toContainText('Nothing was changed.');
  await expect(said(page)).toContainText('/items/~1credential-offers/0/status');
  expect(await itemsAt(page, '/credential-offers')).toBe(1);
  // The refusal, which a browser reports by itself.
  complaints.splice(0);
});

test('a service that does not answer is said so, and asked again', async ({ page, complaints }) => {
  await page.route('**/api/v1/sandboxes/**', (route) => route.abort());
  await page.goto('/sandbox');
  await hydrated(page);
  await expect(state(page)).toContainText('The service could not be reached');
  await page.unroute('**/api/v1/sandboxes/**');
  await state(page).getByRole('button', { name: 'Try again' }).click();
  await state(page).getByRole('button', { name: 'Take a snapshot' }).waitFor();
  complaints.splice(0);
});

test('it has no barrier that axe knows, and fits a phone', async ({ page }) => {
  await open(page);
  await state(page).getByRole('button', { name: 'Take a snapshot' }).click();
  await expect(said(page)).toContainText('is kept');
  await state(page).getByRole('button', { name: 'Reset to the examples' }).click();
  expect(await barriers(page, 'main')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overflow)).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it does, and how to do it from a terminal', async ({ page }) => {
    await page.goto('/sandbox');
    const words = page.locator('main noscript > div');
    await expect(words).toContainText('Here that needs JavaScript');
    await expect(words).toContainText('/api/v1/sandboxes/cardea/v2/reset');
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  });
});
