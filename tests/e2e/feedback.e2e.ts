import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

/** Each way of saying that something is wrong, where one stands. */
const stored = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith('/api/v1/feedback') && answer.status() === 201);
const sentOf = async (answered: ReturnType<typeof stored>) =>
  JSON.parse((await answered).request().postData() ?? '') as Record<string, unknown>;

test('a passage is selected, quoted and reported; by keyboard too', async ({ page }) => {
  await page.goto('/docs/authentication');
  await hydrated(page);
  const words = page.getByRole('article').locator('p').first();
  await words.click({ clickCount: 3 });
  const button = page.getByRole('button', { name: /Something is wrong here/ });
  await expect(button).toBeVisible();
  await page.keyboard.press('Alt+q');
  const dialog = page.getByRole('dialog', { name: 'Something is wrong here' });
  const passage = ((await words.textContent()) ?? '').trim().slice(0, 20);
  await expect(dialog.getByRole('blockquote')).toContainText(passage);
  await dialog.getByRole('textbox', { name: /What is wrong/ }).fill('This is not so.');
  const answered = stored(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^Stored/)).toBeVisible();
  const sent = await sentOf(answered);
  expect(sent).toMatchObject({ kind: 'quote', page: '/docs/authentication', comment: 'This is not so.' });
  expect(sent.quote).toMatchObject({ text: expect.stringContaining(passage) });
  // The browser proved its work while the words were written.
  expect(sent.proof).toEqual(expect.any(String));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a sample that does not work is reported in its language', async ({ page }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  await hydrated(page);
  const sample = page.getByRole('complementary', { name: 'Sample and console' });
  await sample.getByRole('button', { name: 'Report that this sample does not work' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'This sample does not work' });
  const answered = stored(page);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByText(/^Stored/)).toBeVisible();
  expect(await sentOf(answered)).toMatchObject({
    kind: 'sample',
    api: 'cardea',
    version: 'v2',
    operation: 'createCredentialOffer',
    quote: { text: expect.stringContaining('/credential-offers') as unknown },
  });
});

test('a failed answer is reported with its exchange, which is shown before', async ({ page, complaints }) => {
  await page.goto('/reference/cardea/v2/get-credential-offer');
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByLabel(/offer_id/).fill('off_01k9z6w3e8q2r4t6y8m0n3p500');
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('404 Not Found');
  await page.getByRole('button', { name: 'Report this' }).click();
  complaints.length = 0; // the browser itself reports the 404
  await page.getByText('Read everything that goes along').click();
  await expect(page.getByText(/authorization: \[redacted\]/)).toBeVisible();
  const answered = stored(page);
  await page.getByRole('button', { name: 'Send with the exchange' }).click();
  await expect(page.getByText(/^Stored/)).toBeVisible();
  expect(await sentOf(answered)).toMatchObject({ kind: 'exchange', operation: 'getCredentialOffer' });
});

test('a search that found nothing says what was looked for', async ({ page }) => {
  await page.goto('/docs/authentication');
  await hydrated(page);
  await page.keyboard.press('/');
  await page.keyboard.type('qzxvbnqq');
  await page.getByRole('button', { name: 'Tell the team what you were looking for' }).click();
  const answered = stored(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/^Stored/)).toBeVisible();
  expect(await sentOf(answered)).toMatchObject({ kind: 'search', query: 'qzxvbnqq' });
});
