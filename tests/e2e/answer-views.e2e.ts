import type { Locator, Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { answerWith, send } from './answering.ts';
import { expect, test } from './portal.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const offers = JSON.stringify({ data: [{ id: 7, holder: { name: 'Ada' } }, { id: 8 }], has_more: false });

interface View {
  readonly name: string;
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** The button that shows it, where it is not what one sees first. */
  readonly press?: string;
  readonly seen: (console: Locator) => Locator;
}

const text = (console: Locator) => console.getByRole('region', { name: 'The answer as text' });
const views: readonly View[] = [
  { name: 'tree with marks', type: 'application/json', body: offers, seen: (console) => console.getByRole('tree') },
  { name: 'raw', type: 'application/json', body: offers, press: 'Raw', seen: text },
  {
    name: 'preview',
    type: 'text/html',
    body: '<h1>Hi</h1>',
    press: 'Preview',
    seen: (console) => console.locator('iframe'),
  },
  { name: 'events', type: 'text/event-stream', body: 'data: {"a":1}\n\n', seen: (console) => console.getByText('#1') },
  {
    name: 'bytes',
    type: 'application/zip',
    body: Buffer.from([80, 75, 3, 4]),
    seen: (console) => console.getByRole('region', { name: 'The bytes of the answer' }),
  },
  { name: 'PDF', type: 'application/pdf', body: '%PDF-1.7', seen: (console) => console.getByText('Open in a new tab') },
  { name: 'table', type: 'text/csv', body: 'id,name\n1,Ada\n', seen: (console) => console.getByRole('table') },
  { name: 'image', type: 'image/png', body: PNG, seen: (console) => console.getByAltText('The answer') },
  { name: 'error of the API', status: 500, type: 'text/plain', body: 'Oops', seen: text },
  {
    name: 'refusal',
    status: 400,
    type: 'application/problem+json',
    body: JSON.stringify({
      type: '/docs/errors/request-invalid',
      title: 'Not as described',
      errors: [{ in: 'query', at: 'limit', message: 'must be >= 1' }],
    }),
    seen: (console) => console.getByText('must be >= 1').first(),
  },
];

async function show(page: Page, { status = 200, type, body, press, seen }: View) {
  const close = await answerWith(page, (_, response) => {
    response.writeHead(status, {
      'content-type': type,
      'request-id': 'req_1',
      ratelimit: '"default";r=5;t=9',
      'ratelimit-policy': '"default";q=10;w=60',
    });
    response.end(body);
  });
  const console = await send(page);
  if (press) await console.getByRole('button', { name: press, exact: true }).click();
  await expect(seen(console)).toBeVisible();
  return { console, close };
}

for (const view of views) {
  test(`the view “${view.name}” has no barrier that axe knows`, async ({ page, complaints }) => {
    const { console, close } = await show(page, view);
    await console.getByText(/\d+ headers/).click();
    await expect(console.getByText('Names this request')).toBeVisible();
    expect(await barriers(page, 'section[aria-label="Try it"]')).toEqual([]);
    complaints.length = 0; // the browser itself reports a status of 400 and more
    close();
  });
}

test('the answer is walked through by keyboard, in the order in which it is read', async ({ page }) => {
  const { console, close } = await show(page, views[0]!);
  await console.getByRole('button', { name: '/data/0/id', exact: true }).focus();
  const names: string[] = [];
  for (let count = 0; count < 24; count += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate<string>(
      `(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()`,
    );
    names.push(name);
    if (/^\d+ headers/.test(name)) break;
  }
  const order = ['Next mark', 'Tree', 'Raw', 'Search in the answer', 'Copy the answer', 'Download the answer'];
  const rest = ['The answer as a tree', 'Copy the value', 'Send again', 'Copy the request’s id', 'Report this'];
  const found = [...order, ...rest].map((name) => names.indexOf(name));
  expect(found, names.join(' → ')).toEqual(found.toSorted((a, b) => a - b));
  expect(found, names.join(' → ')).not.toContain(-1);
  close();
});

test('F8 goes from mark to mark, from wherever one is in the console', async ({ page }) => {
  const { console, close } = await show(page, views[0]!);
  await expect(console.getByRole('button', { name: '/data/0/id', exact: true })).toBeVisible();
  await console.getByRole('button', { name: 'Send', exact: true }).focus();
  await page.keyboard.press('F8');
  await expect(console.getByRole('tree')).toBeFocused();
  const selected = console.getByRole('treeitem', { selected: true });
  const first = await selected.textContent();
  await page.keyboard.press('F8');
  await expect(selected).not.toHaveText(first ?? '');
  await page.keyboard.press('Shift+F8');
  await expect(selected).toHaveText(first ?? '');
  await expect(console.getByText(/^1 of \d+$/)).toBeVisible();
  close();
});

test('nothing moves for whoever wants no motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { close } = await show(page, views[0]!);
  const longest =
    await page.evaluate<number>(`Math.max(...[...document.querySelectorAll('section[aria-label="Try it"] *')]
    .flatMap((element) => [getComputedStyle(element).animationDuration, getComputedStyle(element).transitionDuration])
    .flatMap((list) => list.split(',').map(parseFloat)))`);
  expect(longest).toBeLessThan(0.02);
  close();
});

test('an answer is reported with its request’s id, as the person has read and sent it', async ({
  page,
  complaints,
}) => {
  const { console, close } = await show(page, views[0]!);
  await console.getByRole('button', { name: 'Report this' }).click();
  const words = console.getByLabel(/^What is wrong\?/);
  await expect(words).toHaveValue(/^GET \/credential-offers .* answered 200\.\nRequest: req_1\n/);
  complaints.length = 0; // the portal has no record of it, which the browser itself reports
  await console.getByRole('form', { name: 'Feedback on this page' }).getByRole('button', { name: 'Send' }).click();
  await expect(console).toContainText('Stored. Thank you');
  close();
});

test('the same is sent again', async ({ page }) => {
  let asked = 0;
  const close = await answerWith(page, (_, response) => {
    asked += 1;
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ data: [], has_more: false, asked }));
  });
  const console = await send(page);
  await expect(console.getByRole('tree')).toContainText('"asked": 1');
  await console.getByRole('button', { name: 'Send again' }).click();
  await expect(console.getByRole('tree')).toContainText('"asked": 2');
  expect(asked).toBe(2);
  close();
});
