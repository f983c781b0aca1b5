import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './portal.ts';

/** Bytes over the wire; bare Docusaurus of this version loads 168,000 of JavaScript. */
const MOST = { script: 150_000, stylesheet: 36_000, html: 60 * 1024 };

/** What a page has loaded by itself, by kind of resource, in compressed bytes. */
async function loadedBytes(page: Page, address: string): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const add = async () => {
      const { responseBodySize } = await request.sizes();
      bytes[request.resourceType()] = (bytes[request.resourceType()] ?? 0) + responseBodySize;
    };
    sizes.push(add());
  });
  await page.goto(address);
  await hydrated(page);
  await page.waitForLoadState('networkidle');
  await Promise.all(sizes);
  return bytes;
}

test("an operation's page is light: no console, no search, no highlighter, and no other page's code", async ({
  page,
}) => {
  const bytes = await loadedBytes(page, '/reference/cardea/v2/create-credential-offer');
  expect(bytes.script).toBeGreaterThan(50_000);
  expect(bytes.script).toBeLessThan(MOST.script);
  expect(bytes.stylesheet).toBeLessThan(MOST.stylesheet);
  const html = await (await page.request.get('/reference/cardea/v2/create-credential-offer')).body();
  expect(html.length).toBeLessThan(MOST.html);
});

test('code has its colours without JavaScript, and keeps them when the page has woken up', async ({
  page,
  browser,
  baseURL,
}) => {
  const address = '/reference/cardea/v2/create-credential-offer';
  const unscripted = await browser.newPage({ javaScriptEnabled: false });
  await unscripted.goto(`${baseURL}${address}`);
  await page.goto(address);
  await hydrated(page);
  const codeOf = async (one: Page) => {
    const blocks = await one.locator('pre code').all();
    return Promise.all(blocks.map((block) => block.innerHTML()));
  };
  const served = await codeOf(unscripted);
  expect(served.join()).toContain('<b>"id"</b>: <i>"');
  expect(await codeOf(page)).toEqual(served);
  await unscripted.close();
});

test('a sample in another language gets its colours too', async ({ page }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  await hydrated(page);
  await page.getByRole('combobox', { name: 'Language of the sample' }).selectOption('python');
  await expect(page.locator('[data-language="python"] code var').first()).toHaveText('import');
});

test('the next operation comes without a reload, in a few kilobytes', async ({ page }) => {
  await page.goto('/reference/cardea/v2/create-credential-offer');
  await hydrated(page);
  await page.waitForLoadState('networkidle');
  let bytes = 0;
  page.on('requestfinished', (request) => void request.sizes().then((sizes) => (bytes += sizes.responseBodySize)));
  await page
    .getByRole('navigation', { name: 'API reference' })
    .getByRole('link', { name: 'List credential offers' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('List credential offers');
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(15_000);
});
