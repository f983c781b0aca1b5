import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

const list = '/reference/cardea/v2/list-credential-offers';
const create = '/reference/cardea/v2/create-credential-offer';
const one = '/reference/cardea/v2/get-credential-offer';

async function openConsole(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await expect(console.getByRole('button', { name: 'Import' })).toBeVisible();
  return console;
}

async function openImport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Import' }).click();
  return page.getByRole('dialog', { name: 'Import a request' });
}

const textOf = (dialog: Locator): Locator => dialog.getByRole('textbox', { name: /A curl command/ });

/** All that stands in the form. */
async function formOf(console: Locator): Promise<unknown> {
  const controls = await console
    .getByRole('form')
    .locator('input:not([type=radio]):not([type=checkbox]), textarea, select')
    .all();
  const fields = await Promise.all(controls.map((control) => control.inputValue()));
  const editor = console.locator('.cm-content');
  return [fields, (await editor.count()) > 0 ? await editor.innerText() : ''];
}

async function clipboard(page: Page): Promise<string> {
  return await page.evaluate<string>('navigator.clipboard.readText()');
}

const collection = (item: readonly unknown[], rest: object = {}): string =>
  JSON.stringify({
    info: { name: 'Cardea', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item,
    ...rest,
  });

test.describe('a curl command', () => {
  test('fills the form; what does not belong there is said, and its credential stays out unless it is asked for', async ({
    page,
  }) => {
    const console = await openConsole(page, list);
    const dialog = await openImport(page);
    await expect(textOf(dialog)).toBeFocused();
    await expect(dialog.getByRole('button', { name: 'Fill the form' })).toBeDisabled();
    await textOf(dialog).fill(
      `curl --compressed 'https://api.cardea.example/v2/credential-offers?status=pending&limit=7&utm=mail' \\\n  -H 'Authorization: Bearer very-secret-token' -H 'X-Strange: also-secret' | jq .`,
    );
    await expect(dialog).toContainText('List credential offers');
    await expect(dialog).toContainText('Fills in 2 parameters.');
    await expect(dialog).toContainText('It goes through this portal, not to api.cardea.example.');
    await expect(dialog).toContainText('This operation does not take “utm”, “X-Strange”: left out.');
    const along = dialog.getByRole('checkbox', { name: /Take its credential along/ });
    await expect(along).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Fill the form' }).click();
    await expect(dialog).toBeHidden();
    await expect(
      console.getByRole('spinbutton', { name: 'limit' }).or(console.getByRole('textbox', { name: 'limit' })),
    ).toHaveValue('7');
    await expect(console.getByRole('combobox', { name: 'status' })).toHaveValue('pending');
    await expect(console).toContainText('Filled in from what you imported, and not sent');

    await test.step('and nothing secret is in the page, its storage, or the request', async () => {
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      for (const secret of ['very-secret-token', 'also-secret']) {
        expect(await page.content()).not.toContain(secret);
        expect(kept).not.toContain(secret);
      }
      const sent = page.waitForRequest((request) => new URL(request.url()).pathname.startsWith('/gateway/'));
      await console.getByRole('button', { name: 'Send' }).click();
      const request = await sent;
      expect(new URL(request.url()).search).toBe('?status=pending&limit=7');
      expect((await request.allHeaders()).authorization).toMatch(/^Bearer ptl_test_/);
      await expect(console).toContainText('200 OK');
    });
  });

  test('brings its credential where that is ticked: it goes to our gateway, and stays in memory', async ({
    page,
    complaints,
  }) => {
    const console = await openConsole(page, list);
    const dialog = await openImport(page);
    await textOf(dialog).fill(
      `curl -H 'Authorization: Bearer very-secret-token' https://api.cardea.example/v2/credential-offers`,
    );
    await dialog.getByRole('checkbox', { name: /Take its credential along/ }).check();
    await dialog.getByRole('button', { name: 'Fill the form' }).click();
    const sent = page.waitForRequest((request) => new URL(request.url()).pathname.startsWith('/gateway/'));
    await console.getByRole('button', { name: 'Send' }).click();
    expect((await (await sent).allHeaders()).authorization).toBe('Bearer very-secret-token');
    await expect(console).toContainText('401');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('very-secret-token');
    // The gateway's 401 is an error to the browser.
    complaints.length = 0;
  });

  test('that is not understood is answered with the word and what to do', async ({ page }) => {
    await openConsole(page, list);
    const dialog = await openImport(page);
    const cases = [
      [
        'curl https://a.example --frobnicate',
        'The option “--frobnicate” is not one that the portal reads. Take it out',
      ],
      [`curl 'https://a.example`, `A quote ' is opened and never closed. Copy the whole command`],
      ['curl "https://a.example/$(whoami)"', 'asks the shell to work out “$(whoami)”'],
      ['hello', 'This is no request that the portal knows how to read.'],
      ['{"a": 1}', 'This JSON is neither a HAR file nor a Postman collection.'],
    ] as const;
    for (const [text, words] of cases) {
      await textOf(dialog).fill(text);
      await expect(dialog.getByRole('alert')).toContainText(words);
      await expect(textOf(dialog)).toHaveAttribute('aria-invalid', 'true');
      await expect(dialog.getByRole('button', { name: 'Fill the form' })).toBeDisabled();
    }
    await textOf(dialog).fill('curl https://stripe.example/v1/charges');
    await expect(dialog).toContainText(
      'This request is not one of this API. No path of Cardea API is like /v1/charges.',
    );
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Import' })).toBeFocused();
  });
});

test('a collection of several requests: those of this API to choose from, and another page’s is gone to with its values', async ({
  page,
}) => {
  await openConsole(page, list);
  const dialog = await openImport(page);
  await dialog.getByLabel('File to import').setInputFiles({
    name: 'cardea.postman_collection.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      collection(
        [
          {
            name: 'Offers',
            item: [
              { name: 'First page', request: { method: 'GET', url: '{{base}}/credential-offers?limit=3' } },
              {
                name: 'One of them',
                request: {
                  method: 'GET',
                  url: { raw: '{{base}}/credential-offers/:id', variable: [{ key: 'id', value: 'off_abc' }] },
                },
              },
            ],
          },
          { name: 'Charges', request: { method: 'GET', url: 'https://stripe.example/v1/charges' } },
          { name: 'Wrong method', request: { method: 'PUT', url: '{{base}}/credential-offers' } },
        ],
        { variable: [{ key: 'base', value: 'https://api.cardea.example/v2' }] },
      ),
    ),
  });
  await expect(dialog).toContainText('cardea.postman_collection.json');
  const choice = dialog.getByRole('group', { name: '4 requests, 2 of this API' });
  await expect(choice.getByRole('radio', { name: /First page/ })).toBeChecked();
  await choice.getByText('2 not of this API').click();
  await expect(choice).toContainText('No path of Cardea API is like /v1/charges.');
  await expect(choice).toContainText('Cardea API has no PUT there, only POST, GET.');
  await choice.getByRole('radio', { name: /First page/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(choice.getByRole('radio', { name: /One of them/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Go to “Get a credential offer” and fill it in' }).click();
  await expect(page).toHaveURL(new RegExp(`${one}$`));
  const console = page.getByRole('region', { name: 'Try it' });
  await expect(console.getByRole('textbox', { name: 'offer_id' })).toHaveValue('off_abc');
  await expect(console).toContainText('Filled in from what you imported, and not sent');
});

for (const format of ['curl', '.http', 'Postman', 'HAR']) {
  test(`what is exported as ${format} gives the same form on a fresh page`, async ({ page, browser, baseURL }) => {
    const console = await openConsole(page, create);
    const source = await openImport(page);
    const body = {
      credential_type_id: "typ_it's $HOME {{x}} \\ é",
      holder: { name: 'Ada "L"', email: 'ada@example.com' },
      claims: { n: 1 },
    };
    await textOf(source).fill(
      `POST /credential-offers\nIdempotency-Key: key 1\nContent-Type: application/json\n\n${JSON.stringify(body, null, 2)}`,
    );
    await source.getByRole('button', { name: 'Fill the form' }).click();
    await expect(source).toBeHidden();
    const wanted = await formOf(console);
    expect(JSON.stringify(wanted)).toContain("it's $HOME");

    await console.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export this request' });
    await dialog.getByRole('radio', { name: new RegExp(`^${format.replace('.', '\\.')}`) }).check();
    await expect(dialog).toContainText('YOUR_KEY');
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as a file' }).click();
    const download = await downloading;
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('YOUR_KEY');
    expect(text).not.toContain('ptl_test_');

    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    const fresh = await context.newPage();
    const other = await openConsole(fresh, create);
    const target = await openImport(fresh);
    await target
      .getByLabel('File to import')
      .setInputFiles({ name: download.suggestedFilename(), mimeType: 'text/plain', buffer: Buffer.from(text) });
    await target.getByRole('button', { name: 'Fill the form' }).click();
    await expect(target).toBeHidden();
    await expect.poll(() => formOf(other)).toEqual(wanted);
    await context.close();
  });
}

test('the key is exported only where that is ticked, and is never shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const console = await openConsole(page, list);
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('200 OK');
  await console.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this request' });
  await dialog.getByRole('radio', { name: /Postman/ }).check();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied');
  expect(await clipboard(page)).not.toContain('ptl_test_');
  await dialog.getByRole('checkbox', { name: /With my key/ }).check();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain('ptl_test_');
  const copied = JSON.parse(await clipboard(page)) as {
    variable: { key: string; value: string }[];
  };
  expect(copied.variable.map(({ key }) => key)).toEqual(['key']);
  expect(copied.variable[0]?.value).toMatch(/^ptl_test_/);
  expect(await page.content()).not.toContain(copied.variable[0]?.value ?? 'ptl_test_');
});

test('hostile texts are text: nothing runs, nothing hangs, and the console stays as it was', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', (shown) => {
    dialogs += 1;
    void shown.dismiss();
  });
  const console = await openConsole(page, list);
  const before = await formOf(console);
  const dialog = await openImport(page);
  const script = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  await textOf(dialog).fill(
    collection([
      { name: script, request: { method: 'GET', url: `{{base}}/credential-offers?${script}=1` } },
      { name: 'b', request: `https://${script}/x` },
    ]),
  );
  await expect(dialog).toContainText(script);
  await textOf(dialog).fill(
    `{"__proto__": {"polluted": true}, "item": [{"__proto__": {"polluted": true}, "request": {"url": "/credential-offers"}}]}`,
  );
  await expect(dialog).toContainText('List credential offers');
  expect(await page.evaluate('typeof ({}).polluted')).toBe('undefined');
  await textOf(dialog).fill(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  await expect(dialog.getByRole('alert')).toContainText('neither a HAR file nor a Postman collection');
  const file = dialog.getByLabel('File to import');
  await file.setInputFiles({ name: 'huge.har', mimeType: 'application/json', buffer: Buffer.alloc(21_000_000, ' ') });
  await expect(dialog.getByRole('alert')).toContainText('This is 21 MB, and the portal reads up to 20 MB.');
  await dialog.getByRole('button', { name: 'Take another' }).click();
  await file.setInputFiles({
    name: 'noise.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)),
  });
  await expect(dialog.getByRole('alert')).toContainText('This is no request that the portal knows how to read.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await formOf(console)).toEqual(before);
  expect(dialogs).toBe(0);
});

test('axe finds nothing in either dialog, in light and in dark, wide and narrow', async ({ page }) => {
  for (const [width, scheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(list);
    await hydrated(page);
    await page.getByRole('button', { name: 'Try it' }).click();
    const dialog = await openImport(page);
    await textOf(dialog).fill(
      `curl -H 'Authorization: Bearer abc' /credential-offers?status=pending&a=1\ncurl /issuers/1\ncurl /nothing`,
    );
    await expect(dialog.getByRole('group', { name: '3 requests, 2 of this API' })).toBeVisible();
    await expect(dialog).toContainText('Fills in');
    expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
    expect(await page.evaluate('document.querySelector("dialog[open]").scrollWidth <= innerWidth')).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog', { name: 'Export this request' })).toContainText('YOUR_KEY');
    expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
  }
});
