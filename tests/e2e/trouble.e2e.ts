import type { Locator, Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, hydrated, test } from './portal.ts';

const list = '/reference/cardea/v2/list-credential-offers';

async function openTrouble(page: Page): Promise<Locator> {
  await page.goto('/sandbox#trouble');
  await hydrated(page);
  const section = page.getByRole('region', { name: 'Trouble' });
  await section.getByRole('switch', { name: 'Outage' }).waitFor();
  return section;
}

async function openConsole(page: Page): Promise<Locator> {
  await page.goto(list);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.getByRole('button', { name: /^Send/ }).waitFor();
  return console;
}

test('a scenario is switched on by the keyboard, makes an answer, tells of it, and is switched off from there', async ({
  page,
  complaints,
}) => {
  const section = await openTrouble(page);
  const outage = section.getByRole('switch', { name: 'Outage' });
  await outage.focus();
  await page.keyboard.press('Space');
  await expect(outage).toBeChecked();
  await expect(section.getByText(/^Back in \d+ s, for your organization$/)).toBeVisible();
  await expect(section.getByText('No request has met it yet.')).toBeVisible();

  // The page's key is another one after a reload: the guest's scenario goes on.
  const console = await openConsole(page);
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('503 Service Unavailable');
  await expect(console).toContainText('This answer was made by the scenario outage (1/1).');
  // The browser itself complains of an answer of 503.
  complaints.splice(0);

  await console.getByRole('link', { name: /^Switch it off/ }).click();
  await expect(page).toHaveURL(/\/sandbox\/?#trouble$/);
  const report = page.getByRole('list', { name: 'What happened so far' });
  await expect(report).toContainText('1 request, 1 of them troubled');
  await page.getByRole('switch', { name: 'Outage' }).press('Enter');
  await expect(page.getByRole('switch', { name: 'Outage' })).not.toBeChecked();

  const again = await openConsole(page);
  await again.getByRole('button', { name: 'Send' }).click();
  await expect(again).toContainText('200 OK');
  await expect(again).not.toContainText('Trouble on demand');
});

test('a setting that is typed is what the scenario goes by', async ({ page }) => {
  const section = await openTrouble(page);
  const row = section.getByRole('listitem').filter({ has: page.getByRole('switch', { name: 'Clock skew' }) });
  await row.getByText('Settings').click();
  await row.getByLabel('Off by', { exact: true }).fill('-90');
  await row.getByLabel('Switch off by itself after').fill('5');
  await row.getByRole('switch').click();
  await expect(row).toContainText('5 min left');

  const console = await openConsole(page);
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('This answer was made by the scenario clock-skew (-90 min).');
});

test('one request is made to go wrong in the console, and the code says how', async ({ page, complaints }) => {
  const console = await openConsole(page);
  await console.getByText('Make it go wrong').click();
  await console.getByLabel('Answer', { exact: true }).selectOption('code=500');
  await console.getByLabel('It comes').selectOption('1500');
  await console.getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('500 Internal Server Error');
  await expect(console).toContainText('The request asked for it: Prefer: code=500.');
  await expect(console).toContainText('The request asked to be held back for 1500 ms.');
  complaints.splice(0);
  await console.getByText('The same as code').click();
  await expect(console).toContainText('Prefer: code=500');
  await expect(console).toContainText('X-Sandbox-Delay: 1500');
});

test('nobody is kept out of the panel, in light and in dark, wide and narrow; nothing sticks out', async ({ page }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const section = await openTrouble(page);
    const flaky = section.getByRole('switch', { name: 'Flaky' });
    if (!(await flaky.isChecked())) await flaky.click();
    await expect(flaky).toBeChecked();
    await section.getByText('Settings').first().click();
    expect(await barriers(page, 'section[aria-labelledby="trouble"]')).toEqual([]);
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(over).toBeLessThanOrEqual(0);
  }
});
