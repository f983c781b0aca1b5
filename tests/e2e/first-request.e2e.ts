import { expect, hydrated, test } from './portal.ts';

test('home → search → operation → Send → 201 → the same thing read back → 200', async ({ page }) => {
  await page.goto('/');
  await hydrated(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search guides and operations' }).fill('createCredentialOffer');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/\/reference\/cardea\/v2\/create-credential-offer$/);

  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('201 Created');
  const id = /off_[a-z0-9]+/.exec((await console.getByText(/"id": "off_/).textContent()) ?? '')?.[0] ?? '';
  expect(id).not.toBe('');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search guides and operations' }).fill('getCredentialOffer');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/\/reference\/cardea\/v2\/get-credential-offer$/);
  await console.getByRole('button', { name: 'Try it' }).click();
  await expect(console.getByLabel(/offer_id/)).toHaveValue(id);
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('200 OK');
  await expect(console).toContainText(`"id": "${id}"`);
});

test('the first call on the home page ticks when the gateway has seen it, and is still there after a reload', async ({
  page,
}) => {
  await page.goto('/');
  await hydrated(page);
  const card = page.getByRole('region', { name: 'Your first call' });
  await expect(card).toContainText('0 of 3');
  await card.getByRole('button', { name: 'Get a key' }).click();
  await expect(card).toContainText('1 of 3');
  await card.getByRole('button', { name: 'Create a credential offer' }).click();
  await expect(card).toContainText('201 Created');
  await expect(card).toContainText('2 of 3');
  await card.getByRole('button', { name: 'Read it back' }).click();
  await expect(card).toContainText('200 OK');
  await expect(card).toContainText('3 of 3');
  await expect(card).toContainText('Done. The gateway saw each of these requests succeed.');

  await page.reload();
  await hydrated(page);
  await card.getByRole('button', { name: 'Get a key' }).click();
  await expect(card).toContainText('3 of 3');
});

test('a wrong request is explained where it is wrong', async ({ page, complaints }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('textbox', { name: /body/i }).fill('{"holder": 7}');
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(console).toContainText('/holder: The contract asks for an object');
  await console.getByRole('button', { name: 'Send anyway' }).click();
  await expect(console).toContainText('400 Bad Request');
  await expect(console).toContainText('/credential_type_id');
  complaints.length = 0; // the browser itself reports an answer of 400
});

test('the console of the portal’s own API calls the running service', async ({ page }) => {
  await page.goto('/reference/portal/v1/create-feedback');
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('201 Created');
  await expect(console).toContainText('received_at');
});
