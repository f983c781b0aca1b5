import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { loadPortal, readContracts } from '../../contract/read/index.ts';
import { knownDefinition } from '../../service/features/onboarding/read-progress.ts';
import { sqlJourneyStore } from '../../service/features/onboarding/sql-journey-store.ts';
import { openDatabase } from '../../service/platform/database/index.ts';
import { developmentConfig } from '../support/development-config.ts';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { barriers } from './barriers.ts';
import { followMail } from './people.ts';
import { expect, hydrated, test as base } from './portal.ts';

const place = { folder: '' };
const test = base.extend<object, { portal: RunningPortal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      place.folder = await mkdtemp(path.join(tmpdir(), 'portolan-board-'));
      const config = await developmentConfig(place.folder, ['grace@portal.example']);
      const portal = await runPortal({ PORTAL_CONFIG: config, PORTAL_DATA: place.folder });
      await use(portal);
      await portal.stop();
      await rm(place.folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

async function signIn(page: Page, address: string): Promise<void> {
  await page.request.post('/api/v1/sign-in-links', { data: { email: address } });
  await followMail(page, address, /Sign in/);
  await page.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/account/);
}

/** The partner has proven all that leads to the review. */
async function proveAllButReview(organization: string): Promise<void> {
  const portal = await loadPortal(path.resolve('portal.config.ts'));
  const contracts = await readContracts(portal);
  const journey = portal.journeys.find(({ id }) => id === 'issuer-launch');
  if (!journey) throw new Error('The sample has its journey.');
  const database = await openDatabase({ dataFolder: place.folder, databaseUrl: undefined });
  const store = sqlJourneyStore(database);
  for (const step of journey.steps.filter(({ proof }) => proof.kind !== 'review')) {
    const definition = knownDefinition(step, contracts);
    const said = { journey: journey.id, step: step.id, title: step.title, definition, at: new Date(), isProven: true };
    await store.keep(organization, { ...said, evidence: { kind: 'key' } });
  }
  await database.close();
}

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test('staff find who waits for them on the board, leave a note, give a review back with words and approve it', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/team');
  await expect(page.getByText('This page is for the partner engineers')).toBeVisible();
  await signIn(page, 'ada@halden.example');
  const made = await page.request.post('/api/v1/organizations', { data: { name: 'Halden <b>University</b>' } });
  const { id: organization } = (await made.json()) as { id: string };
  await page.goto('/team');
  await expect(page.getByText('ada@halden.example is not one of them')).toBeVisible();
  await proveAllButReview(organization);

  const staff = await (await browser.newContext({ baseURL })).newPage();
  await signIn(staff, 'grace@portal.example');
  await staff.request.get(`/api/v1/team/organizations/${organization}/journeys/issuer-launch/progress`);
  await staff.goto('/team');
  await hydrated(staff);
  const waiting = staff.getByRole('button', { name: /Waiting for your review 1/ });
  await expect(async () => {
    await staff.getByRole('button', { name: 'Read again' }).click();
    await expect(waiting).toBeVisible({ timeout: 500 });
  }).toPass();
  await waiting.click();
  await expect(staff).toHaveURL(/waiting=review/);
  expect(await barriers(staff)).toEqual([]);
  const row = staff.getByRole('link', { name: 'Halden <b>University</b>' });
  await row.focus();
  await staff.keyboard.press('Enter');

  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('Halden <b>University</b>');
  await staff.getByLabel('A note for the team').fill('Their campus system goes live in March.');
  await staff.getByRole('button', { name: 'Add the note' }).click();
  await expect(staff.getByRole('region', { name: 'Notes' })).toContainText('goes live in March');
  expect(await barriers(staff)).toEqual([]);
  await staff.setViewportSize({ width: 390, height: 844 });
  expect(await staff.evaluate(overflow)).toBe(0);
  await staff.getByLabel('Words for the partner').fill('Name your privacy policy, please.');
  await staff.getByRole('button', { name: 'Give back with words' }).click();
  await expect(staff.getByText('It was given back: Name your privacy policy, please.')).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Approve' })).toBeHidden();
  await staff.getByText('Review it again').click();
  await staff.getByRole('button', { name: 'Approve' }).click();
  await expect(staff.getByRole('region', { name: 'Timeline' })).toContainText('Launched');

  await staff.goto('/team');
  await expect(staff.getByRole('row', { name: /Halden <b>University<\/b>/ })).toContainText('Complete');
  expect(await staff.evaluate(overflow)).toBe(0);
});
