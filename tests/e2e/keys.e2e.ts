import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, test } from './portal.ts';

/** Keys of an organization, from signing up to a key that was rolled without a failed call. */
const email = () => `keys-${crypto.randomUUID()}@example.com`;

/** Signs up by the link of a mail, as the mailbox of a portal on localhost shows it, and makes an organization. */
async function signUp(page: Page): Promise<void> {
  const address = email();
  await page.goto('/');
  const asked = await page.evaluate(
    async (to) =>
      (
        await fetch('/api/v1/sign-in-links', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: to }),
        })
      ).status,
    address,
  );
  expect(asked).toBe(202);
  const letter = page.locator('article', { hasText: `To ${address}` });
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass();
  await letter.getByRole('link').first().click();
  await page.getByRole('button').click();
  await expect(page).toHaveURL(/\/account/);
}

const gateway = (page: Page, key: string) =>
  page.request
    .get('/gateway/cardea/v2/credential-offers', { headers: { authorization: `Bearer ${key}` } })
    .then((answer) => answer.status());

async function takeKey(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  const key = await dialog.getByLabel('The key', { exact: true }).innerText();
  await dialog.getByRole('button', { name: 'I have stored it' }).click();
  await expect(dialog).toBeHidden();
  return key;
}

async function makeKey(page: Page, label: string): Promise<string> {
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Label').fill(label);
  await page.getByRole('button', { name: 'Make the key' }).click();
  return takeKey(page);
}

const rowOf = (page: Page, text: string) => page.getByRole('row', { name: text });

test('a visitor is told how to come by keys', async ({ page }) => {
  await page.goto('/keys');
  await expect(page.getByRole('link', { name: 'Sign up' }).last()).toBeVisible();
  expect(await barriers(page, 'main')).toEqual([]);
});

test('a key is made, works, is rolled without a failed call, and is revoked', async ({ page }) => {
  await signUp(page);
  await page.goto('/organization');
  await page.getByLabel('Its name').fill('University');
  await page.getByRole('button', { name: 'Make the organization' }).click();
  await expect(page.getByRole('heading', { name: 'University' })).toBeVisible();

  await page.goto('/keys');
  await expect(page.getByText('No keys yet.')).toBeVisible();
  const first = await makeKey(page, 'Staging server');
  expect(await gateway(page, first)).toBe(200);
  await expect(rowOf(page, 'Staging server')).toContainText(`${first.slice(0, 13)}…`);
  expect(await page.locator('main').innerText()).not.toContain(first);
  expect(await barriers(page, 'main')).toEqual([]);

  // With an overlap both work, and not one call fails while the key changes over.
  const calls: number[] = [];
  const rolling = { is: true };
  const calling = (async () => {
    while (rolling.is) calls.push(await gateway(page, first));
  })();
  await rowOf(page, 'Staging server').getByRole('button', { name: 'Roll' }).click();
  await page.getByLabel('For another hour').check();
  await page.getByRole('button', { name: 'Roll the key' }).click();
  const second = await takeKey(page);
  rolling.is = false;
  await calling;
  expect(new Set([...calls, await gateway(page, second), await gateway(page, first)])).toEqual(new Set([200]));
  await expect(rowOf(page, 'rolled')).toContainText(/in (60|59) minutes/);

  // Without one the old key is refused at once.
  const active = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Roll' }) });
  await active.getByRole('button', { name: 'Roll' }).click();
  await page.getByLabel('Not at all').check();
  await page.getByRole('button', { name: 'Roll the key' }).click();
  const third = await takeKey(page);
  expect([await gateway(page, second), await gateway(page, third)]).toEqual([401, 200]);

  // Revoked by a second press, by keyboard; Escape takes the first one back.
  const revoke = active.getByRole('button', { name: /^Revoke/ });
  await revoke.focus();
  await page.keyboard.press('Enter');
  await expect(revoke).toHaveText(/Revoke for good/);
  await page.keyboard.press('Escape');
  expect(await gateway(page, third)).toBe(200);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(active).toHaveCount(0);
  expect(await gateway(page, third)).toBe(401);
});

test('the console sends with a key of the organization, without pasting', async ({ page }) => {
  await signUp(page);
  const made = await page.request.post('/api/v1/organizations', { data: { name: 'Registry' } });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/session-keys'));
  await page.goto('/sandbox');
  expect(((await (await asked).json()) as { organization: string }).organization).toBe(id);
});
