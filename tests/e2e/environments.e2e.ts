import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, hydrated } from './portal.ts';
import { test } from './secured-portal.ts';

const note = '/reference/notes/v1/make-a-note';

async function openConsole(page: Page, address = note): Promise<Locator> {
  await page.goto(address);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: /^Send/ }).waitFor();
  return console;
}

/** The console in live, with the live key in its field. */
async function goLive(page: Page, liveKey: string, address = note): Promise<Locator> {
  const console = await openConsole(page, address);
  await console.getByRole('radio', { name: 'Live' }).check();
  await console.getByLabel('Live key', { exact: true }).fill(liveKey);
  return console;
}

const question = (page: Page) => page.getByRole('dialog', { name: /to live\?/ });

test('an API with one environment has no choice, and says sandbox', async ({ page }) => {
  const console = await openConsole(page, '/reference/plain/v1/make-a-note');
  await expect(console.getByRole('radiogroup', { name: 'Environment' })).toHaveCount(0);
  await expect(console.getByText('Sandbox', { exact: true })).toBeVisible();
});

test('reading from live needs no word: the live key, the server’s variables, and no credential of the portal behind', async ({
  page,
  secured,
}) => {
  const console = await goLive(page, secured.liveKey, '/reference/notes/v1/by-header');
  await console.getByRole('combobox', { name: /^region/ }).selectOption('us');
  await console.getByRole('textbox', { name: /^tenant/ }).fill('other');
  await console.getByRole('button', { name: 'Send to live' }).click();
  await expect(console).toContainText('From live');
  const [seen] = secured.takeSeen();
  expect(seen?.line).toBe('GET /us/other/by-header');
  expect(seen?.headers.authorization).toBe('Bearer token-of-the-portal');
  expect(JSON.stringify(seen)).not.toContain('ptl_live_');

  await test.step('and the key is nowhere on the page or the device', async () => {
    await console.getByText('The same as code').click();
    await expect(console).toContainText('X-Portal-Server');
    expect(await page.content()).not.toContain(secured.liveKey);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain(secured.liveKey);
  });
});

test('a value that the server does not offer is not sent', async ({ page, secured }) => {
  const console = await goLive(page, secured.liveKey, '/reference/notes/v1/by-header');
  await console.getByRole('textbox', { name: /^tenant/ }).fill('../admin');
  await expect(console.getByRole('alert')).toContainText('[a-z]{3,9}');
  await console.getByRole('button', { name: 'Send to live' }).click();
  await expect(console).toContainText('The server has no such tenant');
  expect(secured.takeSeen()).toEqual([]);
});

test('a write to live asks first, names what and where, and an Enter too many sends nothing', async ({
  page,
  secured,
}) => {
  const console = await goLive(page, secured.liveKey);
  const send = console.getByRole('button', { name: 'Send to live' });
  await send.focus();
  await page.keyboard.press('Enter');
  await expect(question(page)).toHaveAccessibleName('Send this POST to live?');
  await expect(question(page)).toContainText('POST /notes');
  await expect(question(page)).toContainText('live environment of notes');
  await expect(question(page).getByRole('button', { name: 'Do not send' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeHidden();
  await expect(console).toContainText('You did not confirm the write to live');
  await expect(send).toBeFocused();

  await page.keyboard.press('Control+Enter');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  expect(secured.takeSeen()).toEqual([]);

  await send.press('Enter');
  await question(page).getByRole('button', { name: 'Send to live' }).click();
  await expect(console).toContainText('Made in live');
  expect(secured.takeSeen().map(({ line, body }) => [line, JSON.parse(body) as unknown])).toEqual([
    ['POST /eu/main/notes', { text: 'From the contract' }],
  ]);
});

test('on a phone the question stands over the sheet, and the sheet stays', async ({ page, secured }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(note);
  await hydrated(page);
  await page.getByRole('button', { name: 'Try it' }).click();
  const sheet = page.getByRole('dialog', { name: 'Try Make a note' });
  await sheet.getByRole('radio', { name: 'Live' }).check();
  await sheet.getByLabel('Live key', { exact: true }).fill(secured.liveKey);
  await sheet.getByRole('button', { name: 'Send to live' }).click();
  await question(page).getByRole('button', { name: 'Do not send' }).click();
  await expect(sheet).toContainText('You did not confirm the write to live');
  await sheet.getByRole('button', { name: 'Send to live' }).click();
  await question(page).getByRole('button', { name: 'Send to live' }).click();
  await expect(sheet).toContainText('Made in live');
  await expect(sheet).toBeVisible();
  expect(secured.takeSeen()).toHaveLength(1);
});

test('the choice is remembered by API, and each environment has credentials of its own', async ({ page, secured }) => {
  const console = await goLive(page, secured.liveKey, '/reference/notes/v1/by-header');
  await page.goto('/reference/notes/v1/by-query');
  await hydrated(page);
  await console.getByRole('button', { name: 'Try it' }).click();
  await expect(console.getByRole('radio', { name: 'Live' })).toBeChecked();
  // The page was loaded anew, and the key was not to be kept.
  await console.getByRole('button', { name: 'Send to live' }).click();
  await expect(console).toContainText('There is no live key yet');

  await console.getByRole('radio', { name: 'Sandbox' }).check();
  const sent = page.waitForRequest(/\/gateway\//);
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  expect((await sent).url()).toMatch(/api_key=ptl_test_/);
  await expect(console).toContainText('200 OK');
  expect(secured.takeSeen()).toEqual([]);

  const plain = await openConsole(page, '/reference/plain/v1/by-header');
  await expect(plain.getByText('Sandbox', { exact: true })).toBeVisible();
});

test('a live key in the sandbox’s field is not sent', async ({ page, secured }) => {
  const console = await openConsole(page);
  await console.getByRole('button', { name: 'Change' }).click();
  await console.getByRole('radio', { name: /^API key/ }).check();
  await console
    .getByLabel(/^API key X-Api-Key/)
    .last()
    .fill(secured.liveKey);
  let sent = 0;
  page.on('request', (request) => (sent += request.url().includes('/gateway/') ? 1 : 0));
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(console).toContainText('This is a live key, and the sandbox is chosen.');
  expect([sent, secured.takeSeen()]).toEqual([0, []]);
});

test('a live key that is not known says so, keeps what was typed, and another is entered with one press', async ({
  page,
  secured,
  complaints,
}) => {
  const console = await goLive(page, `ptl_live_${'0'.repeat(36)}`);
  await console.getByRole('button', { name: 'Done' }).click();
  await console.getByRole('button', { name: 'Send to live' }).click();
  await question(page).getByRole('button', { name: 'Send to live' }).click();
  await expect(console.getByRole('alert')).toContainText('Your key is mistyped. What you typed is still here.');
  await console.getByRole('button', { name: 'Enter another' }).click();
  await console.getByLabel('Live key', { exact: true }).fill(secured.liveKey);
  await console.getByRole('button', { name: 'Send to live' }).click();
  await question(page).getByRole('button', { name: 'Send to live' }).click();
  await expect(console).toContainText('Made in live');
  expect(secured.takeSeen().map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ text: 'From the contract' }]);
  complaints.length = 0;
});

test.describe('every kind of credential, by hand', () => {
  /** The request that Send makes, with the alternative of this name chosen and filled in. */
  async function sendWith(
    page: Page,
    slug: string,
    choice: RegExp,
    fill: (console: Locator, key: string) => Promise<void>,
  ) {
    const console = await openConsole(page, `/reference/notes/v1/${slug}`);
    const issued = await page.request.post('/api/v1/guest-keys');
    const { key } = (await issued.json()) as { key: string };
    await console.getByRole('button', { name: 'Change' }).click();
    await console.getByRole('radio', { name: choice }).check();
    await fill(console, key);
    const sent = page.waitForRequest(/\/gateway\//);
    await console.getByRole('button', { name: 'Send', exact: true }).click();
    const request = await sent;
    await expect(console).toContainText('200 OK');
    return { url: request.url(), headers: await request.allHeaders(), key, console };
  }

  const secret = (label: RegExp) => (console: Locator, key: string) => console.getByLabel(label).last().fill(key);

  test('an API key in a header', async ({ page }) => {
    const { headers, key } = await sendWith(page, 'by-header', /^API key/, secret(/^API key/));
    expect([headers['x-api-key'], headers.authorization]).toEqual([key, undefined]);
  });

  test('an API key in the query', async ({ page }) => {
    const { url, headers, key } = await sendWith(page, 'by-query', /^API key/, secret(/^API key/));
    expect([new URL(url).searchParams.get('api_key'), headers.authorization]).toEqual([key, undefined]);
  });

  test('an API key for a cookie goes as a bearer token, and no cookie goes', async ({ page }) => {
    const { headers, key } = await sendWith(page, 'by-cookie', /^API key/, secret(/^API key/));
    expect([headers.authorization, headers.cookie]).toEqual([`Bearer ${key}`, undefined]);
  });

  test('a user name and a password', async ({ page }) => {
    const { headers, key } = await sendWith(page, 'by-basic', /^User name/, async (console, key) => {
      await console.getByLabel('User name', { exact: true }).fill(key);
      await console.getByLabel('Password', { exact: true }).fill('pässword');
    });
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`${key}:pässword`).toString('base64')}`);
  });

  test('a bearer token', async ({ page }) => {
    const { headers, key } = await sendWith(page, 'by-bearer', /^Bearer/, secret(/^Bearer/));
    expect(headers.authorization).toBe(`Bearer ${key}`);
  });

  test('one of two alternatives: an access token that was pasted', async ({ page }) => {
    const { headers, key } = await sendWith(page, 'by-either', /^Access token/, async (console, text) => {
      await console.getByRole('combobox', { name: 'How' }).selectOption({ label: 'I have one: paste it' });
      await console.getByLabel('Access token', { exact: true }).fill(text);
    });
    expect([headers.authorization, headers['x-api-key']]).toEqual([`Bearer ${key}`, undefined]);
  });

  test('two together: neither is enough alone, in the console and at the gateway', async ({ page }) => {
    const { headers, key, console } = await sendWith(
      page,
      'by-both',
      /^API key .* and Access token/,
      async (form, text) => {
        await form.getByRole('button', { name: 'Send', exact: true }).click();
        await expect(form).toContainText('There is nothing for “inHeader” yet. There is nothing for “oauth” yet.');
        await form
          .getByLabel(/^API key X-Api-Key/)
          .last()
          .fill(text);
        await form.getByRole('button', { name: 'Send', exact: true }).click();
        await expect(form).toContainText('There is nothing for “oauth” yet.');
        await form.getByRole('button', { name: 'Get a token' }).click();
        await expect(form).toContainText('You have a token');
      },
    );
    expect(headers['x-api-key']).toBe(key);
    expect(headers.authorization).toMatch(/^Bearer [\w-]{43}$/);
    const alone = await page.request.get('/gateway/notes/v1/by-both', { headers: { 'x-api-key': key } });
    expect(alone.status()).toBe(401);
    expect(await alone.text()).toContain('by-both needs X-Api-Key and Authorization: Bearer together');
    await expect(console).toContainText('200 OK');
  });
});

test('OpenID Connect: the sandbox’s own issuer says where it takes what; the description’s address is never called', async ({
  page,
  context,
}) => {
  const called: string[] = [];
  context.on('request', (request) => called.push(request.url()));
  const console = await openConsole(page, '/reference/notes/v1/by-openid');
  await console.getByRole('button', { name: 'Change' }).click();
  await console.getByRole('radio', { name: /OpenID Connect/ }).check();
  await console.getByRole('combobox', { name: 'How' }).selectOption({ label: 'As a person: code with PKCE' });
  const opened = context.waitForEvent('page');
  await console.getByRole('button', { name: 'Get a token' }).click();
  await (await opened).getByRole('button', { name: 'Allow' }).click();
  await expect(console).toContainText('You have a token');
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(console).toContainText('200 OK');
  expect(called.some((url) => url.endsWith('/oauth/.well-known/openid-configuration'))).toBe(true);
  expect(called.filter((url) => url.includes('elsewhere.example'))).toEqual([]);
});

test('a token that ends meanwhile says so; one press gets another, and what was typed is sent', async ({ page }) => {
  await page.clock.install();
  const console = await openConsole(page);
  await console.getByRole('button', { name: 'Change' }).click();
  await console.getByRole('radio', { name: /^Access token/ }).check();
  await console.getByRole('button', { name: 'Get a token' }).click();
  await expect(console).toContainText('You have a token');
  await console.getByRole('button', { name: 'Done' }).click();
  const body = console.getByRole('textbox', { name: /^Body/ });
  await body.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('{ "text": "Typed by hand" }');
  // The time of day, and then the tick that looks at it: what is still being loaded would be given up by its own clock.
  await page.clock.setSystemTime(new Date(Date.now() + 20 * 60_000));
  await page.clock.runFor(16_000);
  await expect(console.getByRole('alert')).toHaveText('Your access token has ended. What you typed is still here.');
  await console.getByRole('button', { name: 'Get a new token' }).click();
  await expect(console.getByRole('alert')).toBeHidden();
  const sent = page.waitForRequest(/\/gateway\//);
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  expect((await sent).postDataJSON()).toEqual({ text: 'Typed by hand' });
  await expect(console).toContainText('201 Created');
});

test('axe finds nothing in live and in the question, in light and in dark, on a phone too', async ({
  page,
  secured,
}) => {
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(note);
    await hydrated(page);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('radio', { name: 'Sandbox' }).check();
    await page.getByRole('radio', { name: 'Live' }).check();
    await page.getByLabel('Live key', { exact: true }).fill(secured.liveKey);
    expect((await new AxeBuilder({ page }).include('form[aria-label^="Try"]').analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Send to live' }).click();
    await question(page).waitFor();
    expect((await new AxeBuilder({ page }).include('dialog[aria-labelledby]').analyze()).violations).toEqual([]);
    await question(page).getByRole('button', { name: 'Do not send' }).click();
  }
});
