import type { Page } from '@playwright/test';
import { freshAddress, giveAccount, joinByMail, makeOrganization } from './people.ts';
import { expect, hydrated, test } from './portal.ts';

/** What the gateway answers to a key, status by status, while `work` is done. `use` changes the key that is sent. */
async function whileCalling(
  page: Page,
  key: string,
  work: (use: (key: string) => void) => Promise<void>,
): Promise<readonly number[]> {
  const statuses: number[] = [];
  const calling = { is: true, key };
  const call = async () => {
    while (calling.is) {
      const headers = { authorization: `Bearer ${calling.key}` };
      statuses.push((await page.request.get('/gateway/cardea/v2/credential-offers', { headers })).status());
    }
  };
  const callers = Promise.all([call(), call()]);
  await work((next) => (calling.key = next));
  const upToNow = statuses.length;
  await expect.poll(() => statuses.length).toBeGreaterThan(upToNow + 3);
  calling.is = false;
  await callers;
  return statuses;
}

async function takeKey(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  const key = await dialog.getByLabel('The key', { exact: true }).innerText();
  await dialog.getByRole('button', { name: 'I have stored it' }).click();
  await expect(dialog).toBeHidden();
  return key;
}

test('a visitor makes a first call, signs up with it, brings a colleague, and rolls a key without a failed call', async ({
  page,
  browser,
  baseURL,
}) => {
  const [ada, grace] = [freshAddress('ada'), freshAddress('grace')];

  // A first call, without an account.
  await page.goto('/');
  await hydrated(page);
  const card = page.getByRole('region', { name: 'Your first call' });
  await card.getByRole('button', { name: 'Get a key' }).click();
  await card.getByRole('button', { name: 'Create a credential offer' }).click();
  await expect(card).toContainText('201 Created');
  await card.getByRole('button', { name: 'Read it back' }).click();
  await expect(card).toContainText('3 of 3');

  // Signing up, confirmed by the mail; what the visitor did comes along with the organization.
  await page.goto('/');
  await hydrated(page);
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Create one' }).click();
  await expect(page).toHaveURL(/\/sign-up$/);
  await giveAccount(page, 'Ada Lovelace', ada);
  await makeOrganization(page, 'Halden University');
  await page.goto('/');
  await hydrated(page);
  await expect(card).toContainText('3 of 3');
  const offers = await page.evaluate(async () => {
    const issued = await fetch('/api/v1/session-keys', { method: 'POST' });
    const { key } = (await issued.json()) as { key: string };
    const answer = await fetch('/gateway/cardea/v2/credential-offers', { headers: { authorization: `Bearer ${key}` } });
    return ((await answer.json()) as { data: unknown[] }).data.length;
  });
  expect(offers).toBeGreaterThan(0);

  // A colleague.
  await page.goto('/organization');
  await hydrated(page);
  await page.getByLabel('Their address').fill(grace);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Invitations' }).getByRole('status')).toContainText('is on its way');
  const colleague = await (await browser.newContext({ baseURL })).newPage();
  await joinByMail(colleague, grace, 'Halden University');
  await colleague.context().close();

  // A key, rolled while two programs send with it, then revoked at once.
  await page.goto('/keys');
  await hydrated(page);
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Label').fill('Staging server');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const first = await takeKey(page);
  let second = '';
  const statuses = await whileCalling(page, first, async (use) => {
    await page.getByRole('row', { name: 'Staging server' }).getByRole('button', { name: 'Roll' }).click();
    await page.getByLabel('For another hour').check();
    await page.getByRole('button', { name: 'Roll the key' }).click();
    second = await takeKey(page);
    use(second);
  });
  expect([second === first, new Set(statuses)]).toEqual([false, new Set([200])]);
  const active = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Roll' }) });
  await active.getByRole('button', { name: /^Revoke/ }).click();
  await active.getByRole('button', { name: /^Revoke/ }).click();
  await expect(active).toHaveCount(0);
  const headers = { authorization: `Bearer ${second}` };
  expect((await page.request.get('/gateway/cardea/v2/credential-offers', { headers })).status()).toBe(401);

  // Who did all that stands in the organization's log.
  await page.goto('/organization');
  const log = page.getByRole('region', { name: 'What happened' });
  await expect(log.getByRole('listitem').first()).toContainText('Ada Lovelace revoked the key Staging server');
  await expect(log).toContainText(`${grace.split('@', 1)[0]} joined as developer`);
});
