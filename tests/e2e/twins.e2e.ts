import { expect, test } from './portal.ts';

const ADDRESS = /^https?:\/\/[^/]+/;
/** One does something on these; there is nothing on them to be read. */
const TOOLS = ['/thanks', '/keys', '/sandbox', '/sign-in', '/sign-up', '/events'];

test('every page to read has a Markdown twin, and every link in twins leads to one', async ({ request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, location = '']) => location.replace(ADDRESS, '').replace(/\/$/, '') || '/index')
    .filter((page) => !TOOLS.includes(page));
  expect(pages.length).toBeGreaterThan(100);
  const twins = new Map<string, string>();
  for (const page of pages) {
    const answer = await request.get(`${page}.md`);
    expect
      .soft([page, answer.status(), answer.headers()['content-type']])
      .toEqual([page, 200, 'text/markdown; charset=utf-8']);
    twins.set(`${page}.md`, await answer.text());
  }
  for (const [twin, text] of twins) {
    expect.soft(text, twin).toMatch(/^# \S/);
    const links = [...text.matchAll(/\]\((\/[^)\s#]+\.md)(?:#[^)]*)?\)/g)].map(([, href = '']) => decodeURI(href));
    expect
      .soft(
        links.filter((href) => !twins.has(href)),
        twin,
      )
      .toEqual([]);
  }
});

test('llms.txt leads to twins', async ({ request }) => {
  const text = await (await request.get('/llms.txt')).text();
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href.replace(ADDRESS, ''));
  expect(links.length).toBeGreaterThan(30);
  for (const href of links) expect.soft([href, (await request.head(href)).status()]).toEqual([href, 200]);
  const full = await (await request.get('/llms-full.txt')).text();
  expect(full).toContain('# Create a credential offer');
});

for (const [page, title] of [
  ['/docs/webhooks', '# Webhooks'],
  ['/reference/cardea/v2/create-credential-offer', '# Create a credential offer'],
  ['/reference/cardea/v2', '# Cardea API v2'],
] as const) {
  test(`${page} is copied as Markdown`, async ({ page: tab, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.goto(page);
    await tab.getByRole('button', { name: 'Copy page' }).click();
    await expect(tab.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await tab.evaluate<string>('navigator.clipboard.readText()')).toContain(title);
    await expect(tab.locator('link[rel="alternate"][type="text/markdown"]')).toHaveAttribute('href', `${page}.md`);
  });
}

test('what cannot be copied says so, and can be viewed', async ({ page, complaints }) => {
  await page.route('**/*.md', (route) => route.abort());
  await page.goto('/docs/webhooks');
  await page.getByRole('button', { name: 'Copy page' }).click();
  await expect(page.getByRole('button', { name: 'Not copied' })).toBeVisible();
  await page.unrouteAll();
  await page.getByLabel('This page as Markdown').click();
  await expect(page.getByRole('link', { name: 'View as Markdown' })).toHaveAttribute('href', '/docs/webhooks.md');
  complaints.length = 0; // the browser itself reports what was aborted
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the menu leads to the twin', async ({ page }) => {
    await page.goto('/docs/webhooks');
    await expect(page.getByRole('button', { name: 'Copy page' })).toBeHidden();
    await page.getByText('Markdown', { exact: true }).click();
    await expect(page.getByRole('link', { name: 'View as Markdown' })).toBeVisible();
  });
});
