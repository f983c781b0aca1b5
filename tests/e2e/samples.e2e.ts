import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

const menuOf = (page: Page) => page.getByRole('combobox', { name: 'Language of the sample' }).first();

test('a reader chooses Python once: the next operation has it, and so has a page that is loaded anew', async ({
  page,
}) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  await hydrated(page);
  const sample = page.getByRole('complementary', { name: 'Sample and console' });
  await expect(sample).toContainText('curl');
  await menuOf(page).selectOption('Python');
  await expect(sample).toContainText('import');

  await page
    .getByRole('navigation', { name: 'API reference' })
    .getByRole('link', { name: /List credential offers/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('List credential offers');
  await expect(menuOf(page)).toHaveValue('python');
  await expect(sample).toContainText('import');

  await page.reload();
  await hydrated(page);
  await expect(menuOf(page)).toHaveValue('python');
  await expect(sample).toContainText('import');
});

test('the same as code says what stands in the form, masks the key, and takes it along where that is asked for', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/reference/cardea/v2/list-credential-offers');
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('combobox', { name: 'Add a parameter' }).fill('limit');
  await page.keyboard.press('Enter');
  await console.getByLabel('limit', { exact: true }).fill('7');
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('200 OK');

  await console.getByText('The same as code').click();
  const code = console.getByRole('group').filter({ hasText: 'The same as code' });
  await expect(code).toContainText('limit=7');
  await expect(code).not.toContainText('ptl_test_');
  // The clipboard is the machine's: another browser may have copied in between.
  await expect(async () => {
    await console.getByRole('button', { name: 'Copy the code with your key' }).click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain('limit=7');
    expect(copied).toMatch(/ptl_test_\w+/);
  }).toPass();
});
