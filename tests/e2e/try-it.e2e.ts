import { expect, hydrated, test } from './portal.ts';

test.describe('an operation in a guide', () => {
  test('is sent in the guide, and hands what it got to the next step', async ({ page }) => {
    await page.goto('/docs/pagination');
    await hydrated(page);
    const [first, second] = [0, 1].map((index) => page.getByRole('region', { name: /^Try it: /i }).nth(index)) as [
      ReturnType<typeof page.getByRole>,
      ReturnType<typeof page.getByRole>,
    ];
    await expect(second).toContainText('cursor=CURSOR');
    await second.getByRole('button', { name: 'Try it' }).click();
    await second.getByRole('button', { name: 'Send' }).click();
    await expect(second).toContainText('Send “List credential offers” first: its answer gives cursor.');

    await first.getByRole('button', { name: 'Try it' }).click();
    await expect(first.getByRole('textbox', { name: 'limit' })).toHaveValue('2');
    await first.getByRole('button', { name: 'Send' }).click();
    await expect(first).toContainText('200 OK');
    await expect(second.getByRole('textbox', { name: 'cursor' })).not.toHaveValue('{{cursor}}');
    await expect(page.getByText(/^Hands on next_cursor of its answer as cursor: ./)).toBeVisible();
    await second.getByRole('button', { name: 'Send' }).click();
    await expect(second).toContainText('200 OK');
  });

  test('loads nothing of the console before somebody is about to use it', async ({ page }) => {
    const scripts: string[] = [];
    page.on('response', async (response) => {
      if (response.url().endsWith('.js')) scripts.push(await response.text());
    });
    await page.goto('/docs/pagination');
    await hydrated(page);
    await page.waitForLoadState('networkidle');
    expect(scripts.length).toBeGreaterThan(0);
    // What only the form says.
    expect(scripts.filter((script) => script.includes('Add a parameter'))).toEqual([]);
  });

  test('is its name, a link and curl without JavaScript', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await page.goto('/docs/pagination');
    await expect(page.getByRole('link', { name: 'List credential offers' }).first()).toBeVisible();
    await expect(page.getByText(/curl .*credential-offers\?limit=2/).first()).toBeVisible();
    await expect(page.getByText('async function* listAll')).toBeVisible();
    await expect(page.getByText('def list_all')).toBeVisible();
    await context.close();
  });

  test('follows the reader’s language, samples and fences alike', async ({ page }) => {
    await page.goto('/docs/pagination');
    await hydrated(page);
    await page.getByRole('combobox', { name: 'Language of the sample' }).first().selectOption('python');
    await expect(page.getByRole('tab', { name: 'Python', selected: true })).toBeVisible();
    await page.getByRole('tab', { name: 'JavaScript' }).click();
    await expect(page.getByRole('combobox', { name: 'Language of the sample' }).last()).toHaveValue('javascript');
    await page.reload();
    await hydrated(page);
    await expect(page.getByRole('tab', { name: 'JavaScript', selected: true })).toBeVisible();
  });
});

test.describe('the body’s editor', () => {
  test('completes names and values of the contract, marks what it does not know, and leaves by Escape and Tab', async ({
    page,
  }) => {
    await page.goto('/reference/cardea/v2/create-credential-offer');
    await hydrated(page);
    const console = page.getByRole('region', { name: 'Try it' });
    await console.getByRole('button', { name: 'Try it' }).click();
    const body = console.getByRole('textbox', { name: 'Body' });
    await body.focus();
    const editor = console.locator('.cm-content');
    await expect(editor).toBeFocused();
    await editor.fill('');
    await page.keyboard.type('{');
    const choices = page.getByRole('listbox');
    await expect(choices).toContainText('credential_type_id');
    await page.keyboard.type('"cred');
    await expect(choices.getByRole('option', { selected: true })).toContainText('credential_type_id');
    await page.keyboard.press('Enter');
    await expect(editor).toContainText('"credential_type_id":');
    await page.keyboard.type('7');
    await expect(console.locator('.cm-lintRange-error').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(editor).not.toBeFocused();
  });

  test('takes 2,000 lines, and sends what stands there', async ({ page }) => {
    await page.goto('/reference/cardea/v2/create-credential-offer');
    await hydrated(page);
    const console = page.getByRole('region', { name: 'Try it' });
    await console.getByRole('button', { name: 'Try it' }).click();
    const lines = Array.from({ length: 2_000 }, (_, index) => `  "member_${index}": "value ${index}"`);
    await console.getByRole('textbox', { name: 'Body' }).fill(`{\n${lines.join(',\n')}\n}`);
    const editor = console.locator('.cm-content');
    await expect(editor).toBeFocused();
    await expect(console.locator('.cm-lineNumbers')).toContainText('20');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('xxxx');
    await expect(editor).toContainText('xxxx');
    await page.keyboard.press('Control+Enter');
    await expect(console.getByRole('button', { name: 'Send anyway' })).toBeVisible();
  });
});
