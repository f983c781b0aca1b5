import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ensureBuilt } from '../cli/build/ensure-built.ts';
import { measureSession } from './console/session.ts';
import { measureTyping } from './console/typing.ts';
import { runPortal } from '../tests/support/run-portal.ts';
import type { BenchOptions } from './main.ts';
import { openChromium, openPage } from './reference/browser/open-chromium.ts';
import { summarise, type Row, type Table } from './row.ts';

const PAGE = '/reference/cardea/v2/list-credential-offers';
const MEGABYTES = 50;
const WATCH_LONG_TASKS = `globalThis.portolanLongest = 0; new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.portolanLongest = Math.max(globalThis.portolanLongest, duration);
}).observe({ type: 'longtask' })`;

interface Figures {
  readonly open: number;
  readonly scrollable: number;
  readonly read: number;
  readonly longest: number;
  readonly scrolled: number;
  readonly found: number;
  readonly heap: number;
  readonly buffers: number;
}

/** The console: how fast it opens, and what an answer of 50 MB costs. */
export async function* measure({ runs }: BenchOptions): AsyncGenerator<Table> {
  await ensureBuilt();
  const figures: Figures[] = [];
  const session: Row[] = [];
  const typing: Row[] = [];
  const portal = await runPortal();
  const big = await serveBig();
  try {
    for (let run = 0; run < runs; run++) figures.push(await measureOnce(portal.origin, big.address));
    session.push(...(await measureSession(portal.origin, runs)));
    typing.push(...(await measureTyping(portal.origin)));
  } finally {
    await portal.stop();
    big.close();
  }
  const of = (name: keyof Figures) => figures.map((one) => one[name]);
  yield {
    title: 'Console',
    command: `npm run bench -- console --runs ${runs}`,
    rows: [
      summarise('opens, from the press to the form, its code being there', 'ms', of('open'), { atMost: 100 }),
      summarise(`JSON of ${MEGABYTES} MB, from Send to a tree that scrolls`, 's', of('scrollable'), { atMost: 2 }),
      summarise('of that, reading it from the network', 's', of('read')),
      summarise('longest task meanwhile', 'ms', of('longest')),
      summarise('to the end of the tree and back to the start', 'ms', of('scrolled')),
      summarise('searched through', 's', of('found')),
      summarise('heap of JavaScript with it, after a collection', 'MB', of('heap')),
      summarise('the same with the bytes and the index of the answer', 'MB', of('buffers'), { atMost: 400 }),
      ...session,
      ...typing,
    ],
  };
}

async function measureOnce(origin: string, big: string): Promise<Figures> {
  const browser = await openChromium();
  try {
    const { page, devtools } = await openPage(browser);
    // The gateway's address, another server's answer: what is measured is the page.
    await page.route('**/gateway/**', (route) => route.continue({ url: big }));
    await page.goto(origin + PAGE, { waitUntil: 'networkidle' });
    const button = page.getByRole('button', { name: 'Try it' });
    await button.hover();
    await page.waitForLoadState('networkidle');
    const open = await page.evaluate<number>(OPEN);
    await page.evaluate(WATCH_LONG_TASKS);
    const start = performance.now();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('tree').waitFor({ timeout: 60_000 });
    const scrollable = (performance.now() - start) / 1000;
    const read = (await page.evaluate<number>(BODY_MILLISECONDS)) / 1000;
    const longest = await page.evaluate<number>('portolanLongest');
    const scrollStart = performance.now();
    await page.getByRole('tree').focus();
    await page.keyboard.press('End');
    await page.getByRole('treeitem', { selected: true }).waitFor();
    await page.keyboard.press('Home');
    const scrolled = performance.now() - scrollStart;
    const findStart = performance.now();
    await page.getByRole('searchbox', { name: 'Search in the answer' }).fill('no such thing here');
    await page.getByText('none', { exact: true }).waitFor({ timeout: 30_000 });
    const found = (performance.now() - findStart) / 1000;
    await devtools.send('HeapProfiler.collectGarbage');
    const usage = (await devtools.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
    const heap = usage.usedSize / 1e6;
    return {
      open,
      scrollable,
      read,
      longest,
      scrolled,
      found,
      heap,
      buffers: heap + (usage.backingStorageSize ?? 0) / 1e6,
    };
  } finally {
    await browser.close();
  }
}

const OPEN = `new Promise((resolve) => {
  const start = performance.now();
  const look = () => document.querySelector('form[aria-label^="Try "]') ? resolve(performance.now() - start) : requestAnimationFrame(look);
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Try it').click();
  look();
})`;

const BODY_MILLISECONDS = `(() => {
  const entry = performance.getEntriesByType('resource').findLast(({ name }) => name.includes('/gateway/'));
  return entry ? entry.responseEnd - entry.startTime : NaN;
})()`;

/** A list of some 220,000 offers. */
async function serveBig(): Promise<{ address: string; close: () => void }> {
  const items: string[] = [];
  for (let length = 0, at = 0; length < MEGABYTES * 1_000_000; at++) {
    const item = JSON.stringify({
      id: `off_${at.toString(36).padStart(26, '0')}`,
      status: at % 3 ? 'pending' : 'accepted',
      holder: { name: `Ada ${at}`, email: `ada.${at}@example.com` },
      claims: { degree: 'BSc', grade: at / 7, honours: at % 2 === 0, thesis: null },
      created_at: '2026-03-02T09:30:00Z',
    });
    items.push(item);
    length += item.length + 1;
  }
  const body = Buffer.from(`{"data":[${items.join(',')}],"has_more":false}`);
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'content-length': body.length,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/big`, close };
}
