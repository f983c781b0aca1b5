import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { OperationPage } from '../../contract/reference-page.ts';
import { consolePages } from './console-pages.ts';
import { corpus } from './corpus.ts';
import { test } from './corpus.fixture.ts';
import { readCurlWords } from './curl-words.ts';
import { listen } from './visit.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' } as object);

for (const api of corpus().descriptions.keys()) {
  test(`${api}: the console opens, is filled from the example, and makes the contract's request`, async ({
    page,
    corpus,
  }) => {
    const operations = consolePages(corpus.site, api);
    test.setTimeout(30_000 + 15_000 * operations.length);
    const wrong: string[] = [];
    for (const operation of operations) {
      const address = `/reference/${api}/v1/${operation.slug}`;
      wrong.push(...(await tryOut(page, address, operation)).map((one) => `${address}: ${one}`));
    }
    expect(wrong).toEqual([]);
  });
}

async function tryOut(page: Page, address: string, operation: OperationPage): Promise<string[]> {
  const wrong: string[] = [];
  const stop = listen(page, wrong);
  await page.goto(address);
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  await console.locator('form').waitFor();
  await console.getByText('The same as code').click();
  wrong.push(...(await checkRequest(console, operation)));
  for (const view of ['Form', 'Text']) {
    const button = console.getByRole('button', { name: view, exact: true });
    if ((await button.count()) === 0) continue;
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(console.locator('form [aria-busy="true"]')).toHaveCount(0);
    wrong.push(...(await widths(console, view)));
    if (view === 'Form') wrong.push(...(await axe(page)));
    wrong.push(...(await checkRequest(console, operation)));
  }
  if (!operation.body) wrong.push(...(await axe(page)));
  stop();
  return wrong;
}

/** The request as curl, as long as nobody typed: method and path of the contract, the body of its example. */
async function checkRequest(console: Locator, operation: OperationPage): Promise<string[]> {
  const text = (await console.locator('details pre').last().textContent()) ?? '';
  const words = readCurlWords(text);
  const url = words.find((word) => /^https?:\/\//.test(word)) ?? '';
  // A path may hold what an address cannot: Box has one with a `#`.
  const segments = operation.path
    .split(/\{[^{}]*\}/)
    .map((part) => part.replaceAll('#', '%23').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const wanted = new RegExp(`/gateway/${operation.api}/${operation.version}${segments.join('[^?]*')}(?:[?;.]|$)`);
  const wrong: string[] = [];
  if (!wanted.test(url)) wrong.push(`curl goes to ${url}`);
  const stated = words[words.indexOf('--request') + 1];
  const implied = words.some((word) => /^--(?:data|form)/.test(word))
    ? 'POST'
    : words.includes('--head')
      ? 'HEAD'
      : 'GET';
  const method = words.includes('--request') ? stated : implied;
  if (method !== operation.method.toUpperCase()) wrong.push(`curl says ${method}`);
  const content = operation.body?.content ?? [];
  const media = content.find(({ type }) => /^application\/([\w.+-]+\+)?json/.test(type)) ?? content[0];
  const example = media?.examples[0]?.text ?? '';
  const at = words.indexOf('--data-raw');
  const isShownWhole = media && !media.type.startsWith('multipart/') && !text.includes('| curl') && at !== -1;
  if (isShownWhole && words[at + 1] !== example) wrong.push(`curl sends ${words[at + 1]?.slice(0, 80)}`);
  return wrong;
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Try it"]').analyze();
  return violations.map(({ id, nodes }) => `axe ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)}`);
}

/** Nothing of the form stands out of it. */
async function widths(console: Locator, view: string): Promise<string[]> {
  const form = `document.querySelector('form[aria-label^="Try "]')`;
  const wider = await console.page().evaluate<number>(`${form}.scrollWidth - ${form}.clientWidth`);
  return wider > 0 ? [`${view} is ${wider} px wider than the console`] : [];
}
