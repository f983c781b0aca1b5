import { expect, test } from './portal.ts';

test.use({ javaScriptEnabled: false });

test('parameters, bodies, answers and schemas of an operation can be read', async ({ page }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Create a credential offer');
  const text = (await page.locator('main').textContent()) ?? '';
  for (const word of ['Idempotency-Key', 'credential_type_id', 'claims', '201', '422', 'offers:write', 'curl'])
    expect.soft(text).toContain(word);
});

test('a webhook says how it is verified, and an old operation what to use instead', async ({ page }) => {
  await page.goto('/reference/cardea/v2/webhook-credential-issued');
  await expect(page.getByRole('region', { name: 'Verify it' })).toContainText('HMAC-SHA256');
  await page.goto('/reference/cardea/v1/create-credential');
  await expect(page.getByRole('main')).toContainText('It works until 30 June 2027');
  await expect(page.getByRole('link', { name: 'How to move' })).toBeVisible();
});

test('what is folded too deep leads to its schema, whose properties and uses can be read', async ({ page }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  const body = page.getByRole('region', { name: 'Body' });
  await body.getByText('properties', { exact: true }).first().click();
  await body.getByRole('link', { name: 'Holder', exact: true }).last().click();
  await expect(page).toHaveURL(/\/schemas\/Holder$/);
  await expect(page.getByRole('main')).toContainText('email');
  await expect(page.getByRole('region', { name: 'Used by' })).toContainText('CredentialOffer');
});

test('the list of schemas is whole, and what does nothing is not there', async ({ page }) => {
  await page.goto('/reference/cardea/v2/schemas');
  const main = page.getByRole('main');
  expect(await main.getByRole('link', { name: /^[A-Z]\w+$/ }).count()).toBeGreaterThan(50);
  await expect(main.getByRole('searchbox').or(main.getByRole('textbox'))).toBeHidden();
  await expect(page.getByRole('button', { name: 'Expand all' })).toHaveCount(0);
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

test('signing up is a form that leads to the mail', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('Mail address').fill('ada-plain@university.example');
  await page.getByLabel('Password', { exact: true }).fill('a long and unusual sentence');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('main')).toContainText('A mail is on its way to ada-plain@university.example');
  await page.goto('/mailbox');
  const letter = page.locator('article', { hasText: 'To ada-plain@university.example' });
  await letter.getByRole('link', { name: /\/account\/confirm/ }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(/\/account$/);
});
