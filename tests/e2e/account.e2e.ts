import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, hydrated, test } from './portal.ts';

test.use({ reducedMotion: 'reduce' } as object);

const password = 'a long and unusual sentence';

/** Of the newest mail to the address: its link. A page of its own, as another tab. */
async function openMail(page: Page, to: string, subject: RegExp): Promise<Page> {
  const tab = await page.context().newPage();
  const letter = tab.locator('article').filter({ hasText: to }).filter({ hasText: subject }).first();
  await expect(async () => {
    await tab.goto('/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass();
  await tab.goto((await letter.getByRole('link').first().getAttribute('href')) ?? '');
  return tab;
}

const person = (page: Page, name = 'Ada Lovelace') => page.locator('header summary', { hasText: `Account of ${name}` });
const signInLink = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'Sign in' });

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await hydrated(page);
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail');
}

/** Signs up and follows the mail; the page is then on the account. */
async function becomeAda(page: Page, email: string): Promise<void> {
  await signUp(page, email);
  const tab = await openMail(page, email, /Confirm your address/);
  await tab.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await tab.close();
}

async function signOut(page: Page): Promise<void> {
  await person(page).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(signInLink(page)).toBeVisible();
}

for (const [device, width] of [
  ['a desk', 1280],
  ['a phone', 390],
] as const) {
  test(`on ${device}: sign up, confirm, sign out, and in again by a link that leads back to where one was`, async ({
    page,
  }) => {
    const email = `ada-${width}@university.example`;
    await page.setViewportSize({ width, height: 800 });
    await signUp(page, email);
    await expect(page.getByRole('main')).toContainText(email);
    await expect(page.getByRole('button', { name: /Send again in \d+ s/ })).toBeDisabled();
    expect(await barriers(page, 'main')).toEqual([]);

    const tab = await openMail(page, email, /Confirm your address/);
    await tab.getByRole('button', { name: 'Confirm' }).click();
    await expect(tab).toHaveURL(/\/account$/);
    // The page that waited hears of it and goes on by itself.
    await expect(page).toHaveURL(/\/account$/);
    await page.bringToFront();
    await expect(person(page)).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('Ada Lovelace');
    expect(await barriers(page)).toEqual([]);

    await page.goto('/docs/authentication');
    await hydrated(page);
    await signOut(page);
    await expect(signInLink(tab)).toBeVisible();
    await tab.close();

    await signInLink(page).click();
    await expect(page).toHaveURL(/\/sign-in\?to=%2Fdocs%2Fauthentication$/);
    await page.getByLabel('Mail address').fill(email);
    await page.getByRole('button', { name: 'Have a link sent' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail');
    const second = await openMail(page, email, /Sign in to/);
    await second.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/docs\/authentication$/);
    await expect(person(page)).toBeVisible();
    await second.close();
  });
}

test('by keyboard alone: a wrong password is said where it matters, the right one leads in, the menu opens and closes', async ({
  page,
  complaints,
}) => {
  const email = 'ada-keys@university.example';
  await becomeAda(page, email);
  await signOut(page);
  await page.goto('/sign-in?to=https://evil.example/');
  await hydrated(page);
  await page.getByLabel('Mail address').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByText('Type your password')).toBeVisible();
  await page.keyboard.type('not the right one');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
  expect(complaints.splice(0).every((complaint) => complaint.includes('401'))).toBe(true);
  await expect(page.getByLabel('Mail address')).toHaveValue(email);
  expect(await barriers(page, 'main')).toEqual([]);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  // Not to where the address said: only own paths are gone back to.
  await expect(page).toHaveURL(/localhost:\d+\/account$/);
  await person(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  expect(await barriers(page, 'header')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(person(page)).toBeFocused();
});

test('fields that are not filled in are named, and nothing is sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.goto('/sign-up');
  await hydrated(page);
  await page.getByLabel('Mail address').fill('ada@');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await expect(page.getByText('5 of 12 characters')).toBeVisible();
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  for (const words of ['Say what you are called.', /A mail address looks like/, /At least 12 characters; these are 5/])
    await expect(page.getByRole('main').getByText(words)).toBeVisible();
  await page.getByRole('button', { name: /^Show/ }).click();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text');
  expect(sent).toEqual([]);
});

test('a guest’s page asks once who is there, and a person’s next page begins with the initials', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.url().endsWith('/api/v1/session') && asked.push(request.url()));
  await page.goto('/docs');
  await hydrated(page);
  await page.waitForLoadState('networkidle');
  expect(asked).toHaveLength(1);
  await becomeAda(page, 'ada-once@university.example');
  await page.route('**/api/v1/session', () => new Promise(() => undefined));
  await page.goto('/docs');
  await hydrated(page);
  await expect(page.getByRole('banner').getByText('AL', { exact: true })).toBeVisible();
  await expect(signInLink(page)).toBeHidden();
});

test('one’s account: another name, a second factor that is asked for, another password, another browser’s session ended, and no account', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = 'ada-own@university.example';
  await becomeAda(page, email);
  await page.getByLabel('Your name').fill('Ada King');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(person(page, 'Ada King')).toBeVisible();

  const factor = page.getByRole('region', { name: 'Second factor' });
  await factor.getByRole('button', { name: 'Set it up' }).click();
  await factor.getByLabel('Password', { exact: true }).fill(password);
  await factor.getByRole('button', { name: 'Go on' }).click();
  const uri = await factor.getByRole('link', { name: 'open the app' }).getAttribute('href');
  const secret = new URL(uri ?? '').searchParams.get('secret') ?? '';
  await factor.getByLabel('The code that the app shows now').fill(codeOf(secret));
  await factor.getByRole('button', { name: 'Switch it on' }).click();
  await expect(factor).toContainText('It is on. 10 backup codes are left.');
  expect(await barriers(page, 'main')).toEqual([]);

  const other = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce' });
  const elsewhere = await other.newPage();
  await elsewhere.goto('/sign-in');
  await hydrated(elsewhere);
  await elsewhere.getByLabel('Mail address').fill(email);
  await elsewhere.getByLabel('Password', { exact: true }).fill(password);
  await elsewhere.keyboard.press('Enter');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Enter the code');
  expect(await barriers(elsewhere, 'main')).toEqual([]);
  await elsewhere.getByLabel('Code').fill(codeOf(secret));
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere).toHaveURL(/\/account$/);

  await page.reload();
  const sessions = page.getByRole('region', { name: 'Sessions' });
  await sessions.getByRole('button', { name: /^End/ }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('main')).toContainText('Nobody is signed in on this browser.');
  await other.close();

  const form = page.getByRole('form', { name: 'Change the password' });
  await form.getByLabel('Password now').fill(password);
  await form.getByLabel('New password').fill('another long sentence');
  await form.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Changed. Your other sessions have ended')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  expect((await download).suggestedFilename()).toBe('account.json');
  await page.getByRole('button', { name: 'Delete the account' }).click();
  const deletion = page.getByRole('form', { name: 'Delete the account' });
  await deletion.getByLabel('Password', { exact: true }).fill('another long sentence');
  await deletion.getByRole('button', { name: 'Delete it for good' }).click();
  await expect(page.getByRole('main')).toContainText('Nobody is signed in on this browser.');
  await expect(signInLink(page)).toBeVisible();
});

/** What an app shows for a secret now (RFC 6238, by HMAC-SHA-1 in steps of 30 s). */
function codeOf(secret: string): string {
  const bits = [...secret].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const key = Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 0xf) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}
