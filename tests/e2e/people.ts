import type { Page } from '@playwright/test';
import { expect, hydrated } from './portal.ts';

/** Of the newest mail to the address with that subject: its link, on this page. */
export async function followMail(page: Page, to: string, subject: RegExp): Promise<void> {
  const letter = page.locator('article').filter({ hasText: to }).filter({ hasText: subject }).first();
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto((await letter.getByRole('link').first().getAttribute('href')) ?? '');
}

/** Fills the form of `/sign-up`, which is open, and confirms the address by the mail's link. */
export async function giveAccount(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('a long and unusual sentence');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mail');
  await followMail(page, email, /Confirm your address/);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(/\/(?:account|organization)$/);
}

/** Joins by the mail of an invitation, without an account before. */
export async function joinByMail(page: Page, email: string, organization: string): Promise<void> {
  const invitation = new RegExp(`Join ${organization}`);
  await followMail(page, email, invitation);
  await page.getByRole('button', { name: 'Send me a link to sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
  await followMail(page, email, /Sign in to/);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await followMail(page, email, invitation);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page).toHaveURL(/\/organization$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(organization);
}

export async function makeOrganization(page: Page, name: string): Promise<void> {
  await page.goto('/organization');
  await hydrated(page);
  await page.getByLabel('Its name').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

let count = 0;
/** One that nobody had before. */
export const freshAddress = (name: string) => `${name}.${Date.now()}.${(count += 1)}@uni.example`;
