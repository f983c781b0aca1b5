import type { Locator, Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

const OFFER = '/reference/cardea/v2/create-credential-offer';

interface Stop {
  readonly name: string;
  readonly isSeen: boolean;
}

/** Where the focus is: by what it is called, and whether one sees it. */
const HERE = `(() => {
  const { activeElement: element } = document;
  if (!element || element === document.body) return null;
  const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent);
  const name = [element.getAttribute('aria-label'), ...labels, element.textContent, element.title].find((text) => text?.trim());
  const { width, height } = element.getBoundingClientRect();
  return { name: name?.trim() ?? element.outerHTML.slice(0, 80), isSeen: width > 0 && height > 0 && element.checkVisibility() };
})()`;

/** More stops than any page of the sample has. */
const MOST_STOPS = 250;

/** Everything that Tab leads to, from the top of the page until it leaves the page. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < MOST_STOPS; count++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(HERE);
    if (!stop || (stops.length > 1 && stop.name === stops[0]?.name)) return stops;
    stops.push(stop);
  }
  throw new Error(
    `The focus does not leave the page: ${stops
      .slice(-5)
      .map(({ name }) => name)
      .join(' → ')}`,
  );
}

for (const address of [OFFER, '/reference/cardea/v2/schemas/CredentialOffer', '/reference/cardea/v2/changes/v1']) {
  test(`${address} is walked through by Tab: each stop is seen and has a name, and none holds one back`, async ({
    page,
  }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    await hydrated(page);
    const stops = await walk(page);
    expect(stops[0]?.name).toMatch(/^Skip to/);
    expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
    expect(stops.filter(({ name }) => name.startsWith('<')).map(({ name }) => name)).toEqual([]);
    const names = stops.map(({ name }) => name);
    expect(names.indexOf('Filter operations')).toBeLessThan(names.indexOf('Copy page'));
  });
}

test('the way past the header leads to the page', async ({ page }) => {
  await page.goto(OFFER);
  await hydrated(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate<boolean>("document.activeElement.closest('header.navbar, nav.navbar') === null")).toBe(
    true,
  );
});

test.describe('a menu is opened, walked into and left by keyboard', () => {
  const menus: readonly (readonly [string, (page: Page) => Locator, (page: Page) => Locator])[] = [
    [
      'the page as Markdown',
      (page) => page.getByLabel('This page as Markdown'),
      (page) => page.getByRole('link', { name: 'View as Markdown' }),
    ],
    [
      'versions',
      (page) => page.getByLabel(/^Version v2; choose another$/).first(),
      (page) => page.getByRole('link', { name: /^v1/ }).first(),
    ],
  ];
  for (const [name, control, first] of menus) {
    test(name, async ({ page }) => {
      await page.goto(OFFER);
      await hydrated(page);
      await control(page).focus();
      await page.keyboard.press('Enter');
      await expect(first(page)).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(first(page)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(first(page)).toBeHidden();
      await expect(control(page)).toBeFocused();
    });
  }
});

test('a property’s path is copied by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(OFFER);
  await hydrated(page);
  const body = page.getByRole('region', { name: 'Body' });
  await body.getByRole('link', { name: 'credential_type_id', exact: true }).focus();
  await expect(body.getByRole('button', { name: 'Copy the path credential_type_id' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(body.getByRole('button', { name: 'Copy the path credential_type_id' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate<string>('navigator.clipboard.readText()')).toBe('credential_type_id');
});

test('the console is opened, filled, sent and left by keyboard', async ({ page }) => {
  await page.goto('/reference/cardea/v2/list-credential-offers');
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).focus();
  await page.keyboard.press('Enter');
  await console.getByRole('combobox', { name: 'Add a parameter' }).fill('limit');
  await page.keyboard.press('Enter');
  await expect(console.getByLabel('limit', { exact: true })).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Control+Enter');
  await expect(console).toContainText('200 OK');
  await page.keyboard.press('Tab');
  await expect(console.getByLabel('limit', { exact: true })).not.toBeFocused();
});

test('the body’s editor is left by keyboard', async ({ page }) => {
  await page.goto(OFFER);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  const editor = console.getByRole('textbox', { name: /body/i });
  await editor.focus();
  // Its code comes with the focus; before that a plain field stands in its place.
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});

test('the sidebar is walked by arrows from its filter', async ({ page }) => {
  await page.goto(OFFER);
  await hydrated(page);
  await page.getByRole('searchbox', { name: 'Filter operations' }).focus();
  await page.keyboard.type('suspend');
  const sidebar = page.getByRole('navigation', { name: 'API reference' });
  await expect(sidebar.getByRole('link', { name: /Suspend a credential/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(sidebar.getByRole('link', { name: /Suspend a credential/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/suspend-credential$/);
});
