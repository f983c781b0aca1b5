import { expect, test } from './portal.ts';

test.use({ javaScriptEnabled: false });

test('parameters, bodies, answers and schemas of an operation can be read', async ({ page }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Create a credential offer');
  const text = (await page.locator('main').textContent()) ?? '';
  for (const word of ['Idempotency-Key', 'credential_type_id', 'claims', '201', '422', 'offers:write', 'curl'])
    expect.soft(text).toContain(word);
});

test('tag pages and overviews lead to operations', async ({ page }) => {
  await page.goto('/reference/cardea/v2');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Create a credential offer/ })
    .first()
    .click();
  await expect(page).toHaveURL(/create-credential-offer$/);
});

test('guides can be read, and lead on', async ({ page }) => {
  await page.goto('/docs/get-started');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Authentication' }).first().click();
  await expect(page).toHaveURL(/\/docs\/authentication$/);
  await expect(page.getByRole('main')).toContainText('Bearer');
});

test('feedback is sent as a form and thanked for', async ({ page }) => {
  await page.goto('/docs/authentication');
  const form = page.getByRole('form', { name: 'Was this page helpful?' });
  await form.getByLabel('If not, why?').selectOption('missing');
  await form.getByLabel(/What were you looking for/).fill('How long a token lives.');
  await form.getByRole('button', { name: 'No' }).click();
  await expect(page).toHaveURL(/\/thanks$/);
});
