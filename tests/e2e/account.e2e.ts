import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, hydrated, test } from './portal.ts';

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

const person = (page: Page) => page.locator('header summary[aria-label="Account of Ada Lovelace"]');
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
