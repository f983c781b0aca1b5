import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page, Request } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

const operation = '/reference/cardea/v2/list-issuers';

/** The console of an operation that asks for `issuers:read`, with the choice of an access token open. */
async function openTokenField(page: Page, address = operation): Promise<Locator> {
  await page.goto(address);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: 'Change' }).click();
  await expect(console.getByRole('radio', { name: /Your sandbox key/ })).toBeChecked();
  await console.getByRole('radio', { name: /Access token/ }).check();
  return console;
}

/** The next request to the gateway, and the token that it carried. */
async function sendAndSee(page: Page, console: Locator): Promise<{ request: Request; token: string }> {
  const sent = page.waitForRequest((request) => new URL(request.url()).pathname.startsWith('/gateway/'));
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  const request = await sent;
  return { request, token: /^Bearer (.+)$/.exec((await request.allHeaders()).authorization ?? '')?.[1] ?? '' };
}

const isToken = /^[\w-]{43}$/;

test('a program: one press gets a client and a token, and the request goes with it', async ({ page }) => {
  const console = await openTokenField(page);
  await expect(console.getByRole('checkbox', { name: /issuers:read/ })).toBeChecked();
  await expect(console).toContainText('Read your issuers');
  await console.getByRole('button', { name: 'Get a token' }).click();
  await expect(console).toContainText('You have a token. It ends in 15 min, for issuers:read.');
  const { token, request } = await sendAndSee(page, console);
  expect(token).toMatch(isToken);
  expect((await request.allHeaders()).cookie).toBeUndefined();
  await expect(console).toContainText('200 OK');

  await test.step('and the token is nowhere to be seen', async () => {
    await console.getByText('The same as code').click();
    await expect(console).toContainText('YOUR_KEY');
    expect(await page.content()).not.toContain(token);
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      token,
    );
    expect(page.url()).not.toContain(token);
  });
});

test('a token that was revoked is refused, and the console says whose fault it is', async ({ page, complaints }) => {
  const console = await openTokenField(page);
  await console.getByRole('button', { name: 'Get a token' }).click();
  await expect(console).toContainText('You have a token');
  const { token } = await sendAndSee(page, console);
  await expect(console).toContainText('200 OK');
  await console.getByRole('button', { name: 'Forget it' }).click();
  await expect(console.getByRole('button', { name: 'Forget it' })).toBeHidden();
  await expect
    .poll(async () => (await page.request.get('/gateway/cardea/v2/issuers', bearer(token))).status())
    .toBe(401);
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(console).toContainText('There is nothing for “oauth” yet.');
  complaints.length = 0;
});

test('a token that somebody else revokes meanwhile says so, and one press gets another', async ({
  page,
  complaints,
}) => {
  const asked = page.waitForRequest(/\/oauth\/token$/);
  const console = await openTokenField(page);
  await console.getByRole('button', { name: 'Get a token' }).click();
  await expect(console).toContainText('You have a token');
  await console.getByRole('button', { name: 'Done' }).click();
  const { token } = await sendAndSee(page, console);
  await expect(console).toContainText('200 OK');
  const { authorization = '' } = await (await asked).allHeaders();
  const revoked = await page.request.post('/oauth/revoke', { form: { token }, headers: { authorization } });
  expect(revoked.status()).toBe(200);
  await sendAndSee(page, console);
  await expect(console.getByRole('alert')).toContainText('Your access token is not taken any more');
  await console.getByRole('button', { name: 'Get a new token' }).click();
  await expect(console.getByRole('button', { name: 'Get a new token' })).toBeHidden();
  expect((await sendAndSee(page, console)).token).not.toBe(token);
  await expect(console).toContainText('200 OK');
  complaints.length = 0;
});

test('a token without the scope is answered with what is missing', async ({ page, complaints }) => {
  const console = await openTokenField(page);
  await console.getByRole('checkbox', { name: /issuers:read/ }).uncheck();
  await console.getByRole('button', { name: 'Other scopes' }).click();
  await console.getByRole('checkbox', { name: /offers:read/ }).check();
  await console.getByRole('button', { name: 'Get a token' }).click();
  await expect(console).toContainText('for offers:read');
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(console).toContainText('lacks a scope');
  complaints.length = 0;
});

test('a person: the window asks, “Allow” comes back with a token by PKCE', async ({ page, context }) => {
  const console = await openTokenField(page);
  await console.getByRole('combobox', { name: 'How' }).selectOption({ label: 'As a person: code with PKCE' });
  const opened = context.waitForEvent('page');
  const redeemed = page.waitForRequest(/\/oauth\/token$/);
  await console.getByRole('button', { name: 'Get a token' }).click();
  const asking = await opened;
  await expect(asking.getByRole('heading')).toHaveText('Let an app of yours into your sandbox?');
  await expect(asking.getByText('Read your issuers')).toBeVisible();
  expect(new URL(asking.url()).search).not.toContain('secret');
  await asking.getByRole('button', { name: 'Allow' }).click();
  await expect(console).toContainText('You have a token');
  expect((await redeemed).postData()).toContain('code_verifier=');
  expect((await sendAndSee(page, console)).token).toMatch(isToken);
  await expect(console).toContainText('200 OK');
});

test('a person who denies is taken at their word', async ({ page, context }) => {
  const console = await openTokenField(page);
  await console.getByRole('combobox', { name: 'How' }).selectOption({ index: 1 });
  const opened = context.waitForEvent('page');
  await console.getByRole('button', { name: 'Get a token' }).click();
  await (await opened).getByRole('button', { name: 'Deny' }).click();
  await expect(console.getByRole('alert')).toHaveText('Access was not given on the page that asked.');
});

test('an answer with another state is not taken', async ({ page, context }) => {
  const console = await openTokenField(page);
  await console.getByRole('combobox', { name: 'How' }).selectOption({ index: 1 });
  const opened = context.waitForEvent('page');
  let redeemed = 0;
  page.on('request', (request) => (redeemed += request.url().endsWith('/oauth/token') ? 1 : 0));
  await console.getByRole('button', { name: 'Get a token' }).click();
  const asking = await opened;
  await asking.getByRole('button', { name: 'Allow' }).waitFor();
  const forged = await context.newPage();
  await forged.goto('/authorized?state=forged&code=stolen');
  await expect(forged.getByRole('status').filter({ hasText: 'Access was given' })).toBeVisible();
  expect(forged.url()).not.toContain('stolen');
  await expect(console.getByRole('button', { name: 'Stop' })).toBeVisible();
  expect(redeemed).toBe(0);
  await asking.getByRole('button', { name: 'Allow' }).click();
  await expect(console).toContainText('You have a token');
});

test('a token is renewed by its refresh token a minute before it ends', async ({ page, context }) => {
  await page.clock.install();
  const console = await openTokenField(page);
  await console.getByRole('combobox', { name: 'How' }).selectOption({ index: 1 });
  const opened = context.waitForEvent('page');
  await console.getByRole('button', { name: 'Get a token' }).click();
  await (await opened).getByRole('button', { name: 'Allow' }).click();
  await expect(console).toContainText('You have a token');
  const first = await sendAndSee(page, console);
  await expect(console).toContainText('200 OK');
  // The time of day only: what is still being loaded would be given up by its own clock.
  await page.clock.setSystemTime(new Date(Date.now() + 14.5 * 60_000));
  const renewed = page.waitForRequest(/\/oauth\/token$/);
  const second = await sendAndSee(page, console);
  expect((await renewed).postData()).toContain('grant_type=refresh_token');
  expect(second.token).toMatch(isToken);
  expect(second.token).not.toBe(first.token);
});

test('a device: the console shows a code, the page takes it, and the token comes', async ({ page, context }) => {
  await page.clock.install();
  const console = await openTokenField(page);
  await console.getByRole('combobox', { name: 'How' }).selectOption({ index: 2 });
  await console.getByRole('button', { name: 'Get a token' }).click();
  const opened = context.waitForEvent('page');
  await console.getByRole('link', { name: 'the device page' }).click();
  const device = await opened;
  const code = (await console.getByText(/^[A-Z]{4}-[A-Z]{4}$/).textContent()) ?? '';
  const start = device.getByRole('button', { name: 'Continue' });
  if (await start.isVisible()) await start.click();
  await expect(device.getByText(code)).toBeVisible();
  await device.getByRole('button', { name: 'It is the same' }).click();
  await device.getByRole('button', { name: 'Allow' }).click();
  await expect(device.getByRole('heading')).toHaveText('Your device is connected');
  await page.clock.fastForward(6_000);
  await expect(console).toContainText('You have a token');
  expect((await sendAndSee(page, console)).token).toMatch(isToken);
});

test('a key is sent where the contract wants it, and is kept on the device only when that is asked for', async ({
  page,
}) => {
  await page.goto('/reference/cardea/v1/list-credential-types');
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: 'Change' }).click();
  await console.getByRole('radio', { name: /API key/ }).check();
  const issued = await page.request.post('/api/v1/guest-keys');
  const { key } = (await issued.json()) as { key: string };
  await console
    .getByLabel(/^API key/)
    .last()
    .fill(key);
  const sent = page.waitForRequest((request) => request.url().includes('/gateway/'));
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  expect(Object.values(await (await sent).allHeaders())).toContain(key);
  await expect(console).toContainText('200 OK');
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(await kept()).not.toContain(key);
  expect(await page.content()).not.toContain(key);
  await console.getByRole('checkbox', { name: 'Remember on this device' }).check();
  expect(await kept()).toContain(key);
  await console.getByRole('button', { name: 'Forget all' }).click();
  expect(await kept()).not.toContain(key);
});

test('what is held for one API is not sent to another, also when it is kept on the device', async ({ page }) => {
  const console = await openTokenField(page);
  await console.getByRole('checkbox', { name: 'Remember on this device' }).check();
  await console.getByRole('button', { name: 'Get a token' }).click();
  await expect(console).toContainText('You have a token');
  await page.goto('/reference/portal/v1/list-exchanges');
  await hydrated(page);
  await console.getByRole('button', { name: 'Try it' }).click();
  expect((await sendAndSee(page, console)).token).toMatch(/^ptl_test_/);
  await page.goto(operation);
  await hydrated(page);
  await console.getByRole('button', { name: 'Try it' }).click();
  expect((await sendAndSee(page, console)).token).toMatch(isToken);
});

test('the choice works by keyboard alone', async ({ page }) => {
  await page.goto(operation);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).press('Enter');
  await console.getByRole('button', { name: 'Change' }).press('Enter');
  await console.getByRole('radio', { name: /Your sandbox key/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(console.getByRole('radio', { name: /Access token/ })).toBeChecked();
  // The way of asking, its scope, the other scopes.
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
  await expect(console.getByRole('button', { name: 'Get a token' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(console).toContainText('You have a token');
});

test('axe finds nothing in the choice and on the page that asks, in light and in dark', async ({ page, context }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const console = await openTokenField(page);
    await console.getByRole('combobox', { name: 'How' }).selectOption({ index: 1 });
    const opened = context.waitForEvent('page');
    await console.getByRole('button', { name: 'Get a token' }).click();
    const asking = await opened;
    await asking.emulateMedia({ colorScheme });
    await asking.getByRole('button', { name: 'Allow' }).waitFor();
    expect((await new AxeBuilder({ page: asking }).analyze()).violations).toEqual([]);
    expect((await new AxeBuilder({ page }).include('[aria-label="Try it"]').analyze()).violations).toEqual([]);
    await asking.getByRole('button', { name: 'Deny' }).click();
    await expect(console.getByRole('alert')).toBeVisible();
  }
});

function bearer(token: string) {
  return { headers: { authorization: `Bearer ${token}` } };
}
