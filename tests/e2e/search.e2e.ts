import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

const fieldOf = (page: Page) => page.getByRole('combobox', { name: 'Search guides and operations' });

async function search(page: Page, from: string, query: string) {
  await page.goto(from);
  await hydrated(page);
  await page.keyboard.press('Control+k');
  await fieldOf(page).fill(query);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/result/);
}

test.describe('the first row', () => {
  for (const [name, query, address] of [
    ['an operation by its title', 'create a credential offer', '/reference/cardea/v2/create-credential-offer'],
    ['an operation by its id', 'createCredentialOffer', '/reference/cardea/v2/create-credential-offer'],
    ['an operation by method and path', 'POST /credential-offers', '/reference/cardea/v2/create-credential-offer'],
    [
      'an operation by an address from a log',
      '/v2/credential-offers/off_7',
      '/reference/cardea/v2/get-credential-offer',
    ],
    ['a guide by its title', 'Idempotency', '/docs/idempotency'],
    ['a schema by its name', 'CredentialOffer', '/reference/cardea/v2/schemas/CredentialOffer'],
  ] as const) {
    test(`is ${name}`, async ({ page }) => {
      await search(page, '/reference/cardea/v2/list-events', query);
      await expect(page.getByRole('option').first()).toHaveAttribute('href', address);
    });
  }
});

test('a property is found, and its row leads to where it stands', async ({ page }) => {
  await search(page, '/reference/cardea/v2/list-events', 'holder.email');
  const row = page.getByRole('group', { name: 'Parameters and properties' }).getByRole('option').first();
  const address = await row.getAttribute('href');
  expect(address).toContain('#');
  await row.click();
  await expect(page).toHaveURL(new RegExp(`${address?.replace(/[.#]/g, '\\$&')}$`));
  await expect(page.locator(`[id="${address?.replace(/.*#/, '')}"]`)).toBeVisible();
});

test('for a word that many have, operations come before guides and schemas that have it', async ({ page }) => {
  await search(page, '/reference/cardea/v2/list-events', 'offer');
  await expect(page.getByRole('group', { name: 'Guides' })).toBeVisible();
  const groups = await page.getByRole('dialog').getByRole('group').allInnerTexts();
  const at = (title: string) => groups.findIndex((text) => text.startsWith(title));
  expect(at('Operations')).toBeGreaterThanOrEqual(0);
  expect(at('Operations')).toBeLessThan(at('Schemas'));
  expect(at('Operations')).toBeLessThan(at('Guides'));
});

test('the deprecated version comes after the current one, labelled', async ({ page }) => {
  await search(page, '/', 'cardea api');
  const rows = page.getByRole('group', { name: 'Sections' }).getByRole('option');
  await expect(rows.first()).toHaveAttribute('href', '/reference/cardea/v2');
  await expect(rows.filter({ hasText: 'deprecated' })).toHaveAttribute('href', '/reference/cardea/v1');
});

test('by keyboard: down, up, open elsewhere, open, and it is offered the next time', async ({ page, context }) => {
  await search(page, '/docs', 'credential offer');
  const active = page.locator('[role=option][data-highlighted]');
  const first = await active.getAttribute('href');
  await page.keyboard.press('ArrowDown');
  await expect(active).not.toHaveAttribute('href', String(first));
  await page.keyboard.press('ArrowUp');
  await expect(active).toHaveAttribute('href', String(first));
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  expect(new URL((await opened).url()).pathname).toBe(first);
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${first}$`));
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Found before' }).getByRole('option')).toHaveAttribute(
    'href',
    String(first),
  );
});

test('where the index cannot be loaded it says so, and typing on tries again', async ({ page, complaints }) => {
  await page.route('**/search.json', (route) => route.abort());
  await page.goto('/');
  await hydrated(page);
  await page.keyboard.press('Control+k');
  await fieldOf(page).fill('offer');
  await expect(page.getByText('The search index could not be loaded.')).toBeVisible();
  await page.unroute('**/search.json');
  await fieldOf(page).fill('offers');
  await expect(page.getByRole('option').first()).toBeVisible();
  complaints.length = 0;
});

test('without the guides’ text their titles are still found, and it is said that something is missing', async ({
  page,
  complaints,
}) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await search(page, '/', 'idempotency');
  await expect(page.getByRole('option', { name: 'Idempotency', exact: true })).toBeVisible();
  await expect(page.getByText('A part of the index could not be loaded')).toBeVisible();
  complaints.length = 0;
});

test('nothing found says what to try', async ({ page }) => {
  await page.goto('/');
  await hydrated(page);
  await page.keyboard.press('Control+k');
  await fieldOf(page).fill('zzzqqq');
  await expect(page.getByText('Nothing matches “zzzqqq”.')).toBeVisible();
});

for (const width of [390, 1440]) {
  test(`at ${width} px it is accessible and nothing is cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await search(page, '/reference/cardea/v2/list-events', 'offer');
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations).toEqual([]);
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
  });
}
