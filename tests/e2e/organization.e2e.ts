import type { Browser, Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { freshAddress, giveAccount, joinByMail, makeOrganization } from './people.ts';
import { expect, hydrated, test } from './portal.ts';

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/sign-up');
  await hydrated(page);
  await giveAccount(page, name, email);
}

const members = (page: Page) => page.getByRole('region', { name: 'Members' });
const invitations = (page: Page) => page.getByRole('region', { name: 'Invitations' });
const row = (part: ReturnType<typeof members>, name: string) => part.getByRole('listitem', { name, exact: true });

/** Another person, in a browser of their own. */
async function another(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage();
}

test('a guest signs up, keeps what was made, and invites a colleague, who joins and gets another role', async ({
  page,
  browser,
  baseURL,
}) => {
  const { ada, grace } = { ada: freshAddress('ada'), grace: freshAddress('grace') };
  await page.goto('/sandbox');
  await hydrated(page);
  const state = page.getByRole('region', { name: 'State', exact: true });
  await state.getByLabel('Name').fill('Before signing up');
  await state.getByRole('button', { name: 'Take a snapshot' }).click();
  await expect(state).toContainText('is kept');

  await signUp(page, 'Ada Lovelace', ada);
  await makeOrganization(page, 'Halden University');
  await expect(row(members(page), 'Ada Lovelace')).toContainText('you');
  await page.goto('/sandbox');
  await hydrated(page);
  await expect(state).toContainText('Before signing up');

  await page.goto('/organization');
  await hydrated(page);
  await page.getByLabel('Their address').fill(grace);
  await page.keyboard.press('Enter');
  await expect(invitations(page).getByRole('status')).toHaveText(`The mail to ${grace} is on its way.`);
  await expect(row(invitations(page), grace)).toContainText('waits until');

  const colleague = await another(browser, baseURL);
  await joinByMail(colleague, grace, 'Halden University');
  await expect(invitations(colleague)).toHaveCount(0);

  await page.reload();
  await hydrated(page);
  await expect(row(invitations(page), grace)).toContainText('accepted');
  const name = grace.split('@', 1)[0] ?? '';
  await members(page).getByLabel(`Role of ${name}`).selectOption('owner');
  await expect(members(page).getByRole('status')).toHaveText(`${name} is an owner now.`);
  await colleague.reload();
  await expect(invitations(colleague)).toBeVisible();

  await row(members(page), name).getByRole('button', { name: 'Remove' }).click();
  await row(members(page), name).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row(members(page), name)).toHaveCount(0);
  await colleague.reload();
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Your organization');
  await colleague.context().close();
});

test('by keyboard: a question is taken back, the last owner stays, one is renamed and another one made', async ({
  page,
  complaints,
}) => {
  await signUp(page, 'Ada Lovelace', freshAddress('ada'));
  await makeOrganization(page, 'Uni');
  const leave = members(page).getByRole('button', { name: 'Leave Uni' });
  await leave.focus();
  await page.keyboard.press('Enter');
  await expect(members(page).getByRole('button', { name: 'Leave', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(leave).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(members(page).getByRole('alert')).toContainText('has an owner at all times');
  // The refusal, which a browser reports by itself.
  complaints.splice(0);

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('University of Turku');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('University of Turku');
  await page.getByLabel('Its name').fill('Lab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lab');
  await page.getByLabel('Acting for').selectOption({ label: 'University of Turku' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('University of Turku');
});

test('whoever is not signed in is led to where one does, and a service that does not answer is said so', async ({
  page,
  complaints,
}) => {
  await page.goto('/organization');
  await hydrated(page);
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?to=/organization',
  );
  await page.route('**/api/v1/session', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('The service could not be reached');
  complaints.splice(0);
});

test('members that cannot be loaded are asked for again', async ({ page, complaints }) => {
  await signUp(page, 'Ada Lovelace', freshAddress('ada'));
  await makeOrganization(page, 'Uni');
  await page.route('**/api/v1/organizations/*/members', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Your organization could not be loaded');
  await page.unroute('**/api/v1/organizations/*/members');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(members(page), 'Ada Lovelace')).toBeVisible();
  complaints.splice(0);
});

test('it has no barrier that axe knows, and fits a phone', async ({ page }) => {
  await signUp(page, 'Ada Lovelace', freshAddress('ada'));
  await page.goto('/organization');
  await hydrated(page);
  await expect(page.getByLabel('Its name')).toBeVisible();
  expect(await barriers(page, 'main')).toEqual([]);
  await makeOrganization(page, 'A university with a name that is rather long, in a town by the sea');
  await page.getByLabel('Their address').fill(freshAddress('a-colleague-with-an-address-that-is-rather-long'));
  await page.keyboard.press('Enter');
  await expect(invitations(page).getByRole('status')).toContainText('is on its way');
  await members(page).getByRole('button', { name: 'Leave' }).click();
  expect(await barriers(page, 'main')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overflow)).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what it is, and that an invitation needs none', async ({ page }) => {
    await page.goto('/organization');
    await expect(page.locator('main noscript p')).toContainText('An invitation is answered without it');
    await expect(page.getByText('Loading your organization')).toBeHidden();
  });
});
