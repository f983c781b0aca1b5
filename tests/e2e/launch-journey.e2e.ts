import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { developmentConfig } from '../support/development-config.ts';
import { playLaunch, startReceiver } from '../support/launch-partner.ts';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { barriers } from './barriers.ts';
import { expect, hydrated, test as base } from './portal.ts';

/** A partner's way to live, in the browser: the page ticks by itself while the partner's programs do the work. */
const test = base.extend<object, { portal: RunningPortal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portolan-launch-'));
      const portal = await runPortal({ PORTAL_CONFIG: await developmentConfig(folder, ['grace@portal.example']) });
      await use(portal);
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/** Signs in by a link of a mail, which makes the account where there is none. */
async function signIn(page: Page, address: string): Promise<void> {
  await page.goto('/launch');
  await post(page, '/api/v1/sign-in-links', { email: address });
  const letter = page.locator('article', { hasText: `To ${address}` });
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass();
  await letter.getByRole('link').first().click();
  await page.getByRole('button').click();
  await expect(page).toHaveURL(/\/account/);
}

/** As the page itself would ask. */
async function post(page: Page, address: string, body: object, method = 'POST'): Promise<Record<string, string>> {
  const answer = await page.evaluate(
    async ([to, json, how]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(to, { method: how, headers, body: json });
      return { ok: response.ok, text: await response.text() };
    },
    [address, JSON.stringify(body), method] as const,
  );
  expect(answer.ok, answer.text).toBe(true);
  return JSON.parse(answer.text) as Record<string, string>;
}

const row = (page: Page, step: string) => page.locator(`#issuer-launch-${step}`);
const journey = (page: Page) => page.getByRole('region', { name: 'Issuer launch' });

/** How much moved by itself, as browsers count it (https://wicg.github.io/layout-instability/). */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });`);
  return () => page.evaluate<number>('globalThis.shifted');
}

async function staffApproves(browser: Browser, baseURL: string | undefined, organization: string): Promise<void> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, 'grace@portal.example');
  const review = `/api/v1/team/organizations/${organization}/journeys/issuer-launch/steps/launch/review`;
  await post(page, review, { decision: 'approved' }, 'PUT');
  await page.context().close();
}

test('a partner’s page ticks by itself, step for step, to the launch', async ({ page, browser, baseURL }) => {
  test.setTimeout(90_000);
  await signIn(page, `ada-${crypto.randomUUID()}@halden.example`);
  await page.goto('/launch');
  await expect(journey(page).getByRole('link', { name: 'Make an organization' })).toBeVisible();
  const { id: organization = '' } = await post(page, '/api/v1/organizations', { name: 'Halden University' });
  const { key = '' } = await post(page, '/api/v1/keys', { label: 'CI', environment: 'sandbox' });

  const shifted = await watchShifts(page);
  await page.goto('/launch');
  await expect(journey(page)).toContainText('1 of 12 done');
  await expect(page.getByRole('region', { name: 'Keys' })).toContainText('1 key');

  const receiver = await startReceiver();
  const ticked = async (step: string): Promise<void> => {
    await expect(row(page, step)).toHaveAttribute('data-standing', 'done');
  };
  await playLaunch({ origin: baseURL ?? '', key, receiver: receiver.url, ticked });
  receiver.close();
  await expect(journey(page)).toContainText('9 of 12 done');
  await expect(journey(page).getByRole('status').last()).toContainText('Done: Take each event once.');
  expect(await shifted()).toBeLessThan(0.05);

  await row(page, 'all-pages').locator('> summary').click();
  await row(page, 'all-pages').getByText('What proved it').click();
  const evidence = row(page, 'all-pages').getByRole('list', { name: 'Exchanges' });
  await expect(evidence.getByRole('link', { name: '/credential-offers' }).first()).toHaveAttribute(
    'href',
    '/reference/cardea/v2/list-credential-offers',
  );

  await journey(page).getByRole('button', { name: 'Fill in the form' }).click();
  const form = row(page, 'security-questionnaire');
  await expect(form.locator('> summary')).toBeFocused();
  await form.getByLabel('Whom do we reach about security?').fill('security@halden.example');
  await form.getByLabel('Where do you keep live keys?').selectOption('secret manager');
  await form.getByLabel('Can you roll a key without an outage?').selectOption('yes');
  await form.getByLabel('Which data of holders').fill('Names, for a year.');
  await form.getByLabel('Your privacy policy').fill('https://halden.example/privacy');
  await form.getByRole('button', { name: 'Send the answers' }).click();
  await ticked('security-questionnaire');

  await journey(page).getByRole('button', { name: 'Read and agree' }).click();
  await row(page, 'agreement').getByRole('checkbox').check();
  await row(page, 'agreement').getByRole('button', { name: 'Agree' }).click();
  await ticked('agreement');
  await expect(row(page, 'launch')).toHaveAttribute('data-standing', 'in-review');
  expect(await barriers(page, 'main')).toEqual([]);

  await staffApproves(browser, baseURL, organization);
  await ticked('launch');
  await expect(journey(page)).toContainText('Issuer launch: all is proven');
  await expect(page.getByRole('region', { name: 'Live' })).toContainText('Open since');
});

test('a guest goes on without an account, in a guide, and meets an error with its reason', async ({ page }) => {
  await page.goto('/docs/launch');
  await hydrated(page);
  await journey(page).getByRole('button', { name: 'Go on as guest' }).click();
  await expect(journey(page)).toContainText('1 of 12 done');
  const { key = '' } = await post(page, '/api/v1/guest-keys', {});
  const refused = await page.request.post('/gateway/cardea/v2/credential-offers', {
    headers: { authorization: `Bearer ${key}` },
    data: { holder: 7 },
  });
  expect(refused.status()).toBe(400);
  await expect(journey(page)).toContainText('createCredentialOffer was answered with 400: The request is not as');

  await row(page, 'respect-limits').locator('> summary').click();
  await row(page, 'respect-limits').getByRole('switch', { name: 'Rate limited' }).click();
  await expect(row(page, 'respect-limits')).toContainText('for your organization');
  await row(page, 'agreement').locator('> summary').click();
  await expect(row(page, 'agreement').getByRole('link', { name: 'sign in' })).toHaveAttribute(
    'href',
    '/sign-in?to=/launch',
  );
  await page.setViewportSize({ width: 390, height: 844 });
  const wider = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await expect.poll(wider).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the steps are there to read, and where one signs in', async ({ page }) => {
    await page.goto('/launch');
    await expect(journey(page)).toContainText('12 steps, proven by what you do');
    await expect(journey(page).getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expect(journey(page).getByRole('button', { name: 'Go on as guest' })).toBeHidden();
    await row(page, 'all-pages').locator('> summary').click();
    await expect(row(page, 'all-pages')).toContainText('Ticks when listCredentialOffers was read');
  });
});
