import { test as base, expect, type Page } from '@playwright/test';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';

interface Fixtures {
  /** What the page said on its console as an error, or threw; a test that expects some empties it. */
  complaints: string[];
}

/** Each worker has a portal of its own with an empty database. A page that complains on its console fails its test. */
export const test = base.extend<Fixtures, { portal: RunningPortal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      const portal = await runPortal();
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ portal }, use) => use(portal.origin),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await use(complaints);
      expect(complaints, 'the page complained on its console').toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until React has taken the page over: before that a page is read, but keys do nothing. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator('html[data-has-hydrated="true"]').waitFor();
}

export { expect };
