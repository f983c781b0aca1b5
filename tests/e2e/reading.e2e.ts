import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

const OFFER = '/reference/cardea/v2/create-credential-offer';
const place = (page: Page, id: string) => page.locator(`[id="${id}"]`);

test.describe('an address', () => {
  for (const [what, id] of [
    ['a property that is folded and not fetched yet', 'body.holder.email'],
    ['a property of an alternative, two parts deep', 'body.claims.1.degree'],
  ] as const) {
    test(`into ${what} unfolds and marks it`, async ({ page }) => {
      await page.goto(`${OFFER}#${id}`);
      await expect(place(page, id)).toBeInViewport();
      await expect(place(page, id)).toHaveAttribute('data-marked', '');
    });
  }
});

test('an address of an answer opens it', async ({ page }) => {
  await page.goto(`${OFFER}#422`);
  await expect(place(page, '422')).toBeInViewport();
  await expect(place(page, '422')).toHaveAttribute('open', '');
});

test('expand all fetches and shows what is folded, and folds it again', async ({ page }) => {
  await page.goto(OFFER);
  await hydrated(page);
  const body = page.getByRole('region', { name: 'Body' });
  await expect(place(page, 'body.holder.email')).toBeHidden();
  await body.getByRole('button', { name: 'Expand all' }).click();
  await expect(place(page, 'body.holder.email')).toBeVisible();
  await expect(place(page, 'body.claims.1.degree')).toBeVisible();
  await body.getByRole('button', { name: 'Collapse all' }).click();
  await expect(place(page, 'body.holder.email')).toBeHidden();
});

test('from a type to its schema, from there to who uses it, and back', async ({ page }) => {
  await page.goto(OFFER);
  await hydrated(page);
  await page.getByRole('region', { name: 'Body' }).getByRole('link', { name: 'Holder', exact: true }).click();
  await expect(page).toHaveURL(/\/schemas\/Holder$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Holder');
  const uses = page.getByRole('region', { name: 'Used by' });
  await uses.getByRole('link', { name: 'CredentialOffer', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CredentialOffer');
  await uses.getByRole('link', { name: 'Create a credential offer' }).click();
  await expect(page).toHaveURL(new RegExp(`${OFFER}$`));
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CredentialOffer');
});

test('the list of schemas is filtered as one types', async ({ page }) => {
  await page.goto('/reference/cardea/v2/schemas');
  await hydrated(page);
  const main = page.getByRole('main');
  await main.getByRole('searchbox').or(main.getByRole('textbox')).first().fill('webhook');
  await expect(main.getByRole('link', { name: 'WebhookEndpoint', exact: true })).toBeVisible();
  await expect(main.getByRole('link', { name: 'Holder', exact: true })).toHaveCount(0);
});

test('the other version is shown at the same operation, also where it is called otherwise', async ({ page }) => {
  for (const [from, version, to] of [
    ['/reference/cardea/v2/list-credentials', 'v1', '/reference/cardea/v1/list-credentials'],
    ['/reference/cardea/v1/create-credential', 'v2', '/reference/cardea/v2/create-credential-offer'],
  ] as const) {
    await page.goto(from);
    await hydrated(page);
    const sidebar = page.getByRole('navigation', { name: 'API reference' });
    await sidebar.getByLabel(/^Version v\d; choose another$/).click();
    await sidebar.getByRole('link', { name: new RegExp(`^${version}`) }).click();
    await expect(page).toHaveURL(new RegExp(`${to}$`));
  }
});

test('from one operation to the next costs at most 15 KB, and no new document', async ({ page }) => {
  await page.goto(OFFER, { waitUntil: 'networkidle' });
  await hydrated(page);
  await page.evaluate('window.isTheSame = true; performance.clearResourceTimings()');
  const answered = page.waitForResponse('**/list-credential-offers.json');
  await page
    .getByRole('link', { name: 'Next List credential offers' })
    .or(page.getByRole('main').getByRole('link', { name: /List credential offers/ }))
    .first()
    .click();
  await (await answered).finished();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('List credential offers');
  const bytes = await page.evaluate<number>(
    "performance.getEntriesByType('resource').reduce((sum, { transferSize }) => sum + transferSize, 0)",
  );
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(15_000);
  expect(await page.evaluate<boolean>('window.isTheSame')).toBe(true);
});

test('on paper all that is in the page is open, and nothing is there to press', async ({ page }) => {
  await page.goto(OFFER);
  await hydrated(page);
  const inside = place(page, '422').getByText('application/problem+json').first();
  await expect(inside).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(inside).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'API reference' })).toBeHidden();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
});
