import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { officeHours } from '../../service/features/events/events.fixture.ts';
import { planDates } from '../../service/features/events/plan-dates.ts';
import { sqlEventStore } from '../../service/features/events/sql-event-store.ts';
import { portalMigrations } from '../../service/migrations.ts';
import { migrate, openDatabase } from '../../service/platform/database/index.ts';
import { newId } from '../../service/platform/ids.ts';
import { runPortal } from '../support/run-portal.ts';
import { barriers } from './barriers.ts';
import { followMail, freshAddress } from './people.ts';
import { expect, hydrated, test as base } from './portal.ts';

/** A portal that holds office hours with one place, each week. */
const test = base.extend<object, { place: string }>({
  place: [
    async ({ browserName: _ }, use) => {
      const place = await mkdtemp(path.join(tmpdir(), 'portolan-events-'));
      const database = await openDatabase({ dataFolder: place, databaseUrl: undefined });
      await migrate(database, portalMigrations);
      const weekly = { starts: '2099-12-01T14:00', capacity: 1, repeats: 'weekly', until: '2099-12-15' } as const;
      const words = { ...officeHours, ...weekly };
      await sqlEventStore(database, newId).add(words, planDates(words), 'per_staff', new Date());
      await database.close();
      await use(place);
    },
    { scope: 'worker' },
  ],
  portal: [
    async ({ place }, use) => {
      const portal = await runPortal({ PORTAL_DATA: place });
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker' },
  ],
});

test.use({ timezoneId: 'America/New_York' });

test('a visitor signs up by keyboard and by a mail, the next one waits, and nobody is kept out of the page', async ({
  page,
}) => {
  const eve = freshAddress('eve');
  await page.goto('/events');
  await hydrated(page);
  const hours = page.getByRole('listitem', { name: 'Office hours, Tuesday, 1 December 2099' });
  await expect(hours).toContainText('08:00 to 09:00 your time');
  await expect(hours).toContainText('14:00 to 15:00 in Copenhagen');
  expect(await barriers(page)).toEqual([]);
  await hours.getByRole('button', { name: 'Sign up Office hours' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Eve');
  await page.keyboard.press('Tab');
  await page.keyboard.type(eve);
  await page.keyboard.press('Enter');
  await expect(hours).toContainText(`A mail is on its way to ${eve}`);

  await followMail(page, eve, /Confirm that you come/);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('status')).toHaveText(`You have a place, ${eve}.`);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/events');
  await hydrated(page);
  await expect(hours.getByRole('button', { name: 'Wait for a place Office hours' })).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await hours.getByText('2 more dates').click();
  expect(await barriers(page)).toEqual([]);
});
