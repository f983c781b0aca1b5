import type { Locator, Page, Request } from '@playwright/test';
import type { MediaTypeView, OperationPage, ServedPage } from '../../contract/reference-page.ts';
import { barriers } from './barriers.ts';
import { expect, hydrated, test } from './portal.ts';

const CREATE = '/reference/cardea/v2/create-credential-offer';

async function open(page: Page, address: string, region: string | RegExp = 'Try it'): Promise<Locator> {
  await page.goto(address);
  await hydrated(page);
  const console = page.getByRole('region', { name: region }).first();
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.locator('form').waitFor();
  return console;
}

/** The next request to the gateway, which is answered with nothing. */
function nextSent(page: Page): Promise<Request> {
  return page.waitForRequest(/\/gateway\//);
}

/** The guide's first operation with a body of another kind than the sample platform has. */
async function openWithBody(page: Page, content: MediaTypeView): Promise<Locator> {
  await page.route('**/reference/cardea/v2/list-credential-offers.json', async (route) => {
    const served = (await (await route.fetch()).json()) as ServedPage<OperationPage>;
    const body = { required: true, descriptionHtml: '', content: [content] };
    await route.fulfill({ json: { ...served, page: { ...served.page, method: 'post', security: [], body } } });
  });
  await page.route('**/gateway/**', (route) => route.fulfill({ status: 204 }));
  return open(page, '/docs/pagination', /^Try it: /);
}

const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };

test.describe('a JSON body', () => {
  test('is fields and text in step, and is sent as both say', async ({ page }) => {
    const console = await open(page, CREATE);
    await console.getByRole('button', { name: 'Form', exact: true }).click();
    const holder = console.getByRole('group', { name: 'holder' });
    await holder.getByLabel('name', { exact: true }).fill('Grace\u00a0Hopper "G"');
    await console.getByRole('button', { name: 'Text', exact: true }).click();
    const editor = console.getByRole('textbox', { name: 'Body' });
    await expect(editor).toContainText('Grace\u00a0Hopper \\"G\\"');
    await console.getByRole('button', { name: 'Form', exact: true }).click();
    await console.getByRole('combobox', { name: 'Which claims' }).selectOption({ index: 1 });
    await expect(console.getByRole('group', { name: 'claims' })).not.toContainText('degree');
    await console.getByRole('combobox', { name: 'Which claims' }).selectOption({ index: 0 });
    await expect(console.getByRole('group', { name: 'claims' }).getByLabel('degree')).toHaveValue('Master of Science');
    const sent = nextSent(page);
    await console.getByRole('button', { name: 'Send', exact: true }).click();
    expect((await sent).postDataJSON()).toMatchObject({
      holder: { name: 'Grace\u00a0Hopper "G"' },
      claims: { kind: 'diploma', degree: 'Master of Science' },
    });
    await expect(console).toContainText('201 Created');
  });

  test('that is not valid is kept; the form says where, and leads there', async ({ page }) => {
    const console = await open(page, CREATE);
    await console.getByRole('textbox', { name: 'Body' }).focus();
    await expect(console.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' oops');
    await console.getByRole('button', { name: 'Form', exact: true }).click();
    await expect(console.getByRole('alert')).toContainText(/not valid JSON.*Line 17, column 3: expected nothing more/);
    await console.getByRole('button', { name: 'Show line 17' }).click();
    await expect(console.locator('.cm-content')).toContainText('} oops');
    await expect(console.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('Control+End');
    for (const _letter of ' oops') await page.keyboard.press('Backspace');
    await console.getByRole('button', { name: 'Form', exact: true }).click();
    await expect(console.getByLabel('credential_type_id')).toBeVisible();
  });

  test('is marked in the contract’s words before it is sent, and can be sent on purpose', async ({ page }) => {
    await page.route('**/gateway/**', (route) => route.fulfill({ status: 204 }));
    const console = await open(page, CREATE);
    await console.getByRole('button', { name: 'Form', exact: true }).click();
    const date = console.getByRole('group', { name: 'claims' }).getByLabel('awarded_on');
    await date.fill('soon');
    await console.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(date).toBeFocused();
    await expect(date).toHaveAttribute('aria-invalid', 'true');
    await expect(console.getByRole('group', { name: 'claims' })).toContainText(/The contract asks for .*date/);
    const sent = nextSent(page);
    await console.getByRole('button', { name: 'Send anyway' }).click();
    expect((await sent).postDataJSON()).toMatchObject({ claims: { awarded_on: 'soon' } });
  });

  test('stays as it was typed while one reads elsewhere, and is the example again by Reset', async ({ page }) => {
    const console = await open(page, CREATE);
    await console.getByRole('button', { name: 'Form', exact: true }).click();
    await console.getByLabel('credential_type_id').fill('typ_mine');
    await page.getByRole('link', { name: 'List credential offers' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('List credential offers');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create a credential offer');
    await console.getByRole('button', { name: 'Try it' }).click();
    await expect(console.getByLabel('credential_type_id')).toHaveValue('typ_mine');
    await console.getByRole('button', { name: 'Reset' }).click();
    await expect(console.getByLabel('credential_type_id')).not.toHaveValue('typ_mine');
  });

  test('keeps nobody out of its fields', async ({ page }) => {
    const console = await open(page, CREATE);
    await console.getByRole('button', { name: 'Form', exact: true }).click();
    await console.getByRole('combobox', { name: 'Add a property to holder' }).click();
    expect(await barriers(page, '[aria-label="Try it"]')).toEqual([]);
  });
});

test('a letter typed in the menu of parameters adds none; arrows and Enter do', async ({ page }) => {
  const console = await open(page, '/reference/cardea/v2/list-credential-offers');
  const menu = console.getByRole('combobox', { name: 'Add a parameter' });
  await menu.focus();
  await page.keyboard.press('l');
  const list = console.getByRole('listbox', { name: 'Add a parameter' });
  await expect(list.getByRole('option', { selected: true })).toContainText('limit');
  await expect(console.getByLabel('limit', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(console.getByLabel('limit', { exact: true })).toBeFocused();
});

test.describe('bodies of other kinds', () => {
  test('a multipart body has files, several of one part, and parts with types', async ({ page }) => {
    const console = await openWithBody(page, {
      type: 'multipart/form-data',
      schema: {
        type: 'object',
        properties: [
          {
            name: 'meta',
            required: true,
            schema: { type: 'object', properties: [{ name: 'title', required: true, schema: text }] },
          },
          { name: 'photos', required: true, schema: { type: 'array', items: binary } },
        ],
      },
      examples: [{ name: 'default', text: '{"meta": {"title": "x"}}' }],
    });
    await console.getByLabel('title').fill('A title');
    const png = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from('89504e47', 'hex') });
    await console.getByLabel('photos', { exact: true }).setInputFiles([png('a.png'), png('b.png')]);
    await expect(console).toContainText('Kept until this page is loaded again.');
    await console.getByRole('textbox', { name: 'sent as, the type of meta' }).fill('application/vnd.meta+json');
    const sent = nextSent(page);
    await console.getByRole('button', { name: 'Send', exact: true }).click();
    const body = (await sent).postDataBuffer()?.toString('latin1') ?? '';
    expect(body).toMatch(/name="meta"\r\nContent-Type: application\/vnd\.meta\+json\r\n\r\n\{"title":\s?"A title"\}/);
    expect(body.match(/name="photos"; filename="[ab]\.png"\r\nContent-Type: image\/png/g)).toHaveLength(2);
  });

  test('a form is written by its encoding', async ({ page }) => {
    const console = await openWithBody(page, {
      type: 'application/x-www-form-urlencoded',
      schema: {
        type: 'object',
        properties: [
          { name: 'name', required: true, schema: text },
          {
            name: 'address',
            required: true,
            schema: { type: 'object', properties: [{ name: 'city', required: true, schema: text }] },
          },
        ],
      },
      examples: [{ name: 'default', text: 'name=Ada&address%5Bcity%5D=Rome&other=1' }],
      parts: [{ name: 'address', headers: [], style: 'deepObject', explode: true }],
    });
    await console.getByLabel('city').fill('São Paulo');
    const sent = nextSent(page);
    await console.getByRole('button', { name: 'Send', exact: true }).click();
    expect((await sent).postData()).toBe('name=Ada&address%5Bcity%5D=S%C3%A3o+Paulo&other=1');
  });

  test('XML has colours, and what is not well-formed is marked', async ({ page }) => {
    const console = await openWithBody(page, {
      type: 'application/xml',
      examples: [{ name: 'default', text: '<a>\n  <b>1</b>\n</a>' }],
    });
    await console.getByRole('textbox', { name: 'Body' }).focus();
    const editor = console.locator('.cm-content');
    await expect(editor).toBeFocused();
    await expect(editor.locator('span').first()).toBeVisible();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('<c>');
    await expect(console).toContainText('Line 3, column 5: there is a second outermost element.');
  });

  test('a binary body is a file that is dropped', async ({ page }) => {
    const console = await openWithBody(page, { type: 'application/octet-stream', schema: binary, examples: [] });
    const place = console.getByText('or drop it here');
    const data = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File(['bytes'], 'data.bin')); return data; })()`,
    );
    await place.dispatchEvent('drop', { dataTransfer: data });
    await expect(console).toContainText('data.bin');
    const sent = nextSent(page);
    await console.getByRole('button', { name: 'Send', exact: true }).click();
    expect((await sent).postDataBuffer()?.toString()).toBe('bytes');
  });
});
