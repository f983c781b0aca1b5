import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './corpus.fixture.ts';

test.describe.configure({ mode: 'parallel' });

/** Visited are each so many-th page, and all that stand out. */
const EVERY = 9;
const PLACE = '/reference/hostile/v1';
const OUTSTANDING = [
  '',
  '/schemas',
  '/deep',
  '/schemas/Many',
  '/schemas/Deep',
  '/nav-2',
  '/schemas/__proto__',
  '/constructor',
];

interface Watched {
  /** What ran, or was asked of another host. */
  readonly ran: string[];
}

/** Takes note of whatever a script of the description could do. */
async function watch(page: Page, origin: string): Promise<Watched> {
  const ran: string[] = [];
  page.on('dialog', (dialog) => {
    ran.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      ran.push(`asked for ${request.url()}`);
  });
  page.on('pageerror', (error) => ran.push(`thrown: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') ran.push(`console: ${message.text().slice(0, 300)}`);
  });
  return { ran };
}

function pagesOf(site: string): string[] {
  const pages = JSON.parse(readFileSync(path.join(site, PLACE, 'pages.json'), 'utf8')) as string[];
  const some = pages.filter((_page, index) => index % EVERY === 0).map((page) => `/${page}`);
  return [...new Set([...OUTSTANDING, ...some])];
}

for (const policy of ['with', 'without'] as const) {
  test(`nothing of a hostile description runs ${policy} a content security policy, and each page is taken over`, async ({
    page,
    corpus,
    portal,
  }) => {
    test.setTimeout(240_000);
    const { ran } = await watch(page, portal.origin);
    if (policy === 'without') {
      await page.route('**/*', async (route) => {
        if (route.request().resourceType() !== 'document') return route.continue();
        const answer = await route.fetch();
        const { 'content-security-policy': _, ...headers } = answer.headers();
        return route.fulfill({ response: answer, headers });
      });
    }
    for (const address of pagesOf(corpus.site)) {
      const answer = await page.goto(PLACE + address);
      expect.soft([address, answer?.status()]).toEqual([address, 200]);
      await page.locator('html[data-has-hydrated="true"]').waitFor();
      const fold = page.locator('main details:not([open]) > summary:visible').first();
      if ((await fold.count()) > 0) await fold.click();
      const pwned = await page.evaluate<unknown>('window.__pwned');
      expect.soft([address, pwned ?? 'nothing', ran.splice(0)]).toEqual([address, 'nothing', []]);
    }
  });
}

test('a hostile description is found by search, and its findings run nothing', async ({ page, portal }) => {
  const { ran } = await watch(page, portal.origin);
  await page.goto(PLACE);
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search guides and operations' });
  for (const words of ['__proto__', '<script>', 'onerror', 'constructor', 'passwd']) {
    await field.fill(words);
    await expect(page.getByRole('option').first()).toBeVisible();
  }
  expect([await page.evaluate<unknown>('window.__pwned ?? null'), ran]).toEqual([null, []]);
});

test("files of ours are ours, also where the description's operations are called so", async ({ request, corpus }) => {
  for (const file of ['nav.json', 'pages.json', 'description.json']) {
    const answer = await request.get(`${PLACE}/${file}`);
    expect([file, answer.headers()['content-type']]).toEqual([file, 'application/json; charset=utf-8']);
    expect(await answer.json()).not.toHaveProperty('page');
  }
  const pages = (await (await request.get(`${PLACE}/pages.json`)).json()) as string[];
  for (const page of pages.filter((_page, index) => index % EVERY === 0)) {
    const twin = await request.get(`${PLACE}/${page}.md`);
    expect([page, twin.status(), twin.headers()['content-type']]).toEqual([page, 200, 'text/markdown; charset=utf-8']);
  }
  expect(readFileSync(path.join(corpus.site, 'llms.txt'), 'utf8')).not.toMatch(/\n<script/i);
});
