import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

const CREATE = '/reference/cardea/v2/create-credential-offer';
const LIST = '/reference/cardea/v2/list-credential-offers';

async function openConsole(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  return console;
}

/** Sends what stands in the form, and waits until that has been answered. */
async function send(page: Page, console: Locator): Promise<string> {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname.startsWith('/gateway/'));
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  const response = await answered;
  await expect(console.getByRole('button', { name: 'Send', exact: true })).not.toHaveAttribute('aria-busy');
  return (await response.request().allHeaders()).authorization?.replace('Bearer ', '') ?? '';
}

async function fillLimit(page: Page, console: Locator, value: string): Promise<void> {
  await console.getByRole('combobox', { name: 'Add a parameter' }).fill('limit');
  await page.keyboard.press('Enter');
  await console.getByRole('textbox', { name: 'limit' }).fill(value);
}

async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'History', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'History' });
  await expect(drawer.getByRole('listbox', { name: 'Requests' })).toBeFocused();
  return drawer;
}

/** Everything that the site keeps on the device, as one text. */
const KEPT = `(async () => {
  const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const all = [{ ...localStorage }, { ...sessionStorage }, location.href];
  for (const { name } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name));
    for (const store of db.objectStoreNames) all.push(await asked(db.transaction(store).objectStore(store).getAll()));
    db.close();
  }
  return JSON.stringify(all);
})()`;
const everythingKept = (page: Page) => page.evaluate<string>(KEPT);

test('what was sent is found again after a reload: named, marked, searched, opened, sent again, deleted', async ({
  page,
}) => {
  const console = await openConsole(page, LIST);
  const key = await send(page, console);
  await fillLimit(page, console, '2');
  await send(page, console);
  await expect.poll(() => everythingKept(page)).toContain('/credential-offers?limit=2');

  await test.step('and the key is kept nowhere', async () => {
    expect(key).toMatch(/^ptl_test_/);
    expect(await everythingKept(page)).not.toContain(key);
  });

  await openConsole(page, LIST);
  const drawer = await openHistory(page);
  const options = drawer.getByRole('option');
  // It slides in.
  const rightEdge = async () => {
    const place = await drawer.boundingBox();
    return (place?.x ?? 0) + (place?.width ?? 0);
  };
  await expect.poll(rightEdge).toBe(page.viewportSize()?.width);
  await expect(options).toHaveCount(2);
  await expect(options.first()).toContainText('/credential-offers?limit=2');
  await expect(drawer.getByRole('region', { name: 'Answer' })).toContainText('200 OK');

  await test.step('named', async () => {
    await drawer.getByRole('button', { name: /^Rename/ }).click();
    await drawer.getByRole('textbox', { name: 'Name of the request' }).fill('Two offers');
    await page.keyboard.press('Enter');
    await expect(options.first()).toContainText('Two offers');
    await expect(drawer.getByRole('button', { name: 'Rename Two offers' })).toBeFocused();
  });

  await test.step('marked, and searched', async () => {
    await drawer.getByRole('listbox').focus();
    await page.keyboard.press('f');
    await expect(drawer.getByRole('button', { name: 'Favourite', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await drawer.getByRole('button', { name: 'Favourites' }).click();
    await expect(options).toHaveCount(1);
    await drawer.getByRole('button', { name: 'All', exact: true }).click();
    const search = drawer.getByRole('searchbox', { name: 'Search the history' });
    await search.fill('two OFFERS 200');
    await expect(options).toHaveCount(1);
    await search.fill('nothing like it');
    await expect(options).toHaveCount(0);
    await expect(drawer).toContainText('Nothing in the history is like that.');
    await page.keyboard.press('Escape');
    await expect(options).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await expect(drawer.getByRole('listbox')).toBeFocused();
  });

  await test.step('opened, by keyboard, without being sent', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(drawer).toBeHidden();
    await expect(console.getByRole('textbox', { name: 'limit' })).toHaveValue('2');
    await expect(console).toContainText('Filled in from your history, and not sent');
    await expect(console.getByText('200 OK')).toHaveCount(0);
  });

  await test.step('sent again', async () => {
    await openHistory(page);
    const repeated = page.waitForRequest('**/gateway/cardea/v2/credential-offers?limit=2');
    await drawer.getByRole('button', { name: 'Repeat' }).click();
    await repeated;
    await expect(console).toContainText('200 OK');
  });

  await test.step('deleted, taken back, and all of it deleted', async () => {
    await openHistory(page);
    await expect(options).toHaveCount(3);
    await page.keyboard.press('Delete');
    await expect(options).toHaveCount(2);
    await drawer.getByRole('button', { name: 'Undo' }).click();
    await expect(options).toHaveCount(3);
    await drawer.getByRole('button', { name: 'Clear all' }).click();
    await drawer.getByRole('button', { name: /^All but favourites/ }).click();
    await expect(options).toHaveCount(1);
    await drawer.getByRole('button', { name: 'Clear all' }).click();
    await drawer.getByRole('button', { name: /^Everything/ }).click();
    await expect(drawer).toContainText('What you send is kept here');
    await expect.poll(() => everythingKept(page)).not.toContain('/credential-offers');
  });
});

test('two answers are compared: what came, what went, what changed', async ({ page }) => {
  let turn = 0;
  await page.route('**/gateway/**', (route) => {
    turn += 1;
    const body =
      turn === 1 ? { data: [{ id: 'a', state: 'on' }], old: true } : { data: [{ id: 'b' }, { id: 'a', state: 'off' }] };
    return route.fulfill({ status: turn === 1 ? 200 : 202, json: body });
  });
  const console = await openConsole(page, LIST);
  await send(page, console);
  await send(page, console);
  const drawer = await openHistory(page);
  await expect(drawer.getByRole('option')).toHaveCount(2);
  await drawer.getByRole('button', { name: 'Compare' }).click();
  const body = drawer.getByRole('region', { name: 'Body' });
  await expect(body).toContainText('1 added, 1 removed, 1 changed.');
  await expect(body.getByRole('listitem').filter({ hasText: '/data/1/state' })).toHaveText(/changed.*"on".*"off"/);
  await expect(body.getByRole('listitem').filter({ hasText: '/data/0' })).toContainText('{"id":"b"}');
  await expect(body.getByRole('listitem').filter({ hasText: '/old' })).toContainText('removed');
  await expect(drawer.getByRole('definition').first()).toContainText('200 → 202');
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
});

test('what was saved under a name opens from another operation’s page, with its values', async ({ page }) => {
  const console = await openConsole(page, CREATE);
  await console.getByRole('button', { name: 'Save', exact: true }).click();
  await console.getByRole('textbox', { name: 'Save this request as' }).fill('Offer for Ada');
  await page.keyboard.press('Enter');
  await expect(console).toContainText('Saved “Offer for Ada”: it is in History.');
  await openConsole(page, LIST);
  const drawer = await openHistory(page);
  await drawer.getByRole('button', { name: 'Saved', exact: true }).click();
  await drawer.getByRole('option', { name: /Offer for Ada/ }).click();
  await drawer.getByRole('button', { name: 'Open on its page' }).click();
  await expect(page).toHaveURL(CREATE);
  const there = page.getByRole('region', { name: 'Try it' });
  await expect(there).toContainText('Filled in from your history, and not sent');
  await expect(there).toContainText('Ada Lindqvist');
});

test('the history goes into a file, and comes back out of it', async ({ page }) => {
  const console = await openConsole(page, LIST);
  const key = await send(page, console);
  const drawer = await openHistory(page);
  await expect(drawer.getByRole('option')).toHaveCount(1);
  const download = page.waitForEvent('download');
  await drawer.getByRole('button', { name: 'Export' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^portolan-history-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('/credential-offers');
  expect(text).not.toContain(key);

  const bring = (buffer: string) =>
    drawer
      .locator('input[type=file]')
      .setInputFiles({ name: 'history.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
  await bring(text);
  await expect(drawer).toContainText('Imported 0 requests. 1 request was here already.');
  await page.keyboard.press('Delete');
  await drawer.getByRole('listbox').focus();
  await page.keyboard.press('Delete');
  await expect(drawer.getByRole('option')).toHaveCount(0);
  await bring(text);
  await expect(drawer).toContainText('Imported 1 request.');
  await expect(drawer.getByRole('region', { name: 'Answer' })).toContainText('"data"');
  await bring('{"format":"something else"}');
  await expect(drawer).toContainText('The file is not a history that was exported here.');
});

test('a link opens the same request in another page, and sends nothing', async ({ page, context }) => {
  const console = await openConsole(page, LIST);
  await fillLimit(page, console, '7');
  const key = await send(page, console);
  await console.getByRole('button', { name: 'Share' }).click();
  const field = console.getByRole('textbox', { name: 'A link to this request' });
  await expect(field).toHaveValue(/#try=1/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await console.getByRole('button', { name: 'Copy the link' }).click();
  const link = await field.inputValue();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(link);
  expect(link).not.toContain(key);

  const other = await context.newPage();
  const sent: string[] = [];
  other.on('request', (request) => sent.push(request.url()));
  await other.goto(link);
  const there = other.getByRole('region', { name: 'Try it' });
  await expect(there.getByRole('textbox', { name: 'limit' })).toHaveValue('7');
  await expect(there).toContainText('Filled in from a link, and not sent: look it over first.');
  await expect(other).toHaveURL(LIST);
  expect(sent.filter((url) => url.includes('/gateway/'))).toEqual([]);

  await test.step('also in a page that is open already', async () => {
    await there.getByRole('textbox', { name: 'limit' }).fill('8');
    await other.evaluate(`location.hash = ${JSON.stringify(new URL(link).hash)}`);
    await expect(there.getByRole('textbox', { name: 'limit' })).toHaveValue('7');
    await other.evaluate(`location.hash = '#try=%E0%A4%A'`);
    await expect(there).toContainText('This link cannot be used.');
    await expect(there.getByRole('textbox', { name: 'limit' })).toHaveValue('7');
  });
});

for (const [what, hash, words] of [
  [
    'cut off',
    `#try=1z${deflateRawSync(JSON.stringify({ o: LIST.repeat(20) }))
      .toString('base64url')
      .slice(0, -12)}`,
    'Part of it is missing, or was changed on the way.',
  ],
  ['of markup', '#try=%3Cimg%20src=x%20onerror=alert(1)%3E', 'It is not a link to a request.'],
  ['that is no text', '#try=1j%E0%A4%A', 'Part of it is missing, or was changed on the way.'],
  ['of a later version', '#try=9zAAAA', 'It was made by a newer version of this portal.'],
  [
    'for another operation',
    `#try=1j${btoa('{"o":"cardea/v2/<b>other</b>","p":{}}').replaceAll('=', '')}`,
    'It is for another operation: cardea/v2/<b>other</b>.',
  ],
] as const) {
  test(`a link ${what} is refused in words, and the form is as ever`, async ({ page }) => {
    await page.goto(LIST + hash);
    const console = page.getByRole('region', { name: 'Try it' });
    await expect(console.getByRole('status').filter({ hasText: 'This link cannot be used.' })).toContainText(words);
    await expect(page).toHaveURL(LIST);
    await send(page, console);
    await expect(console).toContainText('200 OK');
  });
}

test('where the browser keeps nothing, the console works, and the history says how long it lasts', async ({ page }) => {
  await page.addInitScript(`{
    const get = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
    for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(window, name, { get });
  }`);
  const console = await openConsole(page, LIST);
  await send(page, console);
  await expect(console).toContainText('200 OK');
  const drawer = await openHistory(page);
  await expect(drawer).toContainText('Your browser keeps nothing for this site');
  await expect(drawer.getByRole('option')).toHaveCount(1);
  await expect(drawer.getByRole('region', { name: 'Answer' })).toContainText('"data"');
});

test('where the device is full, the console works, and the history says so', async ({ page }) => {
  await page.addInitScript(
    `IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError'); };`,
  );
  const console = await openConsole(page, LIST);
  await send(page, console);
  const drawer = await openHistory(page);
  await expect(drawer).toContainText('This device has no room left');
  await expect(drawer.getByRole('option')).toHaveCount(1);
});

test('on a phone the list gives way to the request, and axe finds nothing, in light and in dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(CREATE);
  await hydrated(page);
  await page.getByRole('region', { name: 'Try it' }).getByRole('button', { name: 'Try it' }).click();
  const sheet = page.getByRole('dialog', { name: /^Try/ });
  await send(page, sheet);
  const drawer = await openHistory(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(drawer.getByRole('option')).toBeVisible();
    expect((await new AxeBuilder({ page }).include('[aria-label="History"]').analyze()).violations).toEqual([]);
    await drawer.getByRole('option').click();
    await expect(drawer.getByRole('listbox')).toBeHidden();
    expect((await new AxeBuilder({ page }).include('[aria-label="History"]').analyze()).violations).toEqual([]);
    const width = await page.evaluate(`document.querySelector('dialog[aria-label=History]').scrollWidth`);
    expect(width).toBe(390);
    await drawer.getByRole('button', { name: /All requests/ }).click();
  }
});
