import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { runPortal } from '../../tests/support/run-portal.ts';
import { bySubject, type Row, summarise, type Table } from '../row.ts';
import { goOn } from './browser/go-on.ts';
import { loadPage } from './browser/load-page.ts';
import { openChromium, SLOW } from './browser/open-chromium.ts';
import { openConsole } from './browser/open-console.ts';
import { describeApi } from './describe-api.ts';
import { inTurn } from './in-turn.ts';
import type { PartInput } from './index.ts';
import { htmlSizes, type OurPage, spreadPages } from './our-pages.ts';
import { OurSite } from './our-site.ts';
import { htmlRows, pageRows, slowRows } from './page-rows.ts';
import { peerPages } from './peer-pages.ts';

const SIZES = [25, 10_000];

/** What an operation's page costs its reader: each run another operation, with an empty cache. */
export async function* measure({ folder, spec, runs, peers, command }: PartInput): AsyncGenerator<Table> {
  const browser = await openChromium();
  try {
    const site = new OurSite(folder);
    await site.describe(spec);
    const { rows, pages } = await ourPages(browser, site, runs);
    const others = peers ? await peerPages(browser, spec, pages) : { rows: [], notes: [] };
    yield {
      title: 'An operation page',
      command,
      rows: [...bySubject('ours', rows), ...others.rows],
      notes: others.notes,
    };
    yield await bySize(browser, site, folder, runs, command);
  } finally {
    await browser.close();
  }
}

async function ourPages(browser: Browser, site: OurSite, runs: number): Promise<{ rows: Row[]; pages: OurPage[] }> {
  await site.buildCold();
  const pages = await spreadPages(site.build, runs);
  const portal = await runPortal({ ...site.variables() });
  try {
    const targets = pages.map((page) => ({ ...page, address: portal.origin + page.address }));
    const loads = await inTurn(targets, (target) => loadPage(browser, target));
    const slow = await inTurn(targets, (target) => loadPage(browser, target, SLOW));
    const consoles = await inTurn(targets, ({ address }) => openConsole(browser, address, SLOW));
    const steps = await inTurn(targets, ({ address }) => goOn(browser, address));
    return {
      pages,
      rows: [
        ...pageRows(loads, true),
        ...htmlRows(await htmlSizes(site.build)),
        ...slowRows(slow, { atMost: 1200 }),
        summarise('slow: the console answers', 'ms', consoles, { atMost: 4000 }),
        summarise(
          'to the next operation',
          'ms',
          steps.map(({ milliseconds }) => milliseconds),
          { atMost: 100 },
        ),
        summarise(
          'to the next operation, compressed',
          'KB',
          steps.map(({ bytes }) => bytes / 1_000),
          { atMost: 15 },
        ),
      ],
    };
  } finally {
    await portal.stop();
  }
}

async function bySize(browser: Browser, site: OurSite, folder: string, runs: number, command: string): Promise<Table> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const file = path.join(folder, `generated-${size}.json`);
    await writeFile(file, JSON.stringify(describeApi(size)));
    await site.describe(file);
    await site.buildCold();
    const portal = await runPortal({ ...site.variables() });
    try {
      const pages = await spreadPages(site.build, runs);
      const loads = await inTurn(pages, (page) =>
        loadPage(browser, { ...page, address: portal.origin + page.address }),
      );
      rows.push(
        ...bySubject(`${size} operations`, [
          ...pageRows(loads, true),
          ...htmlRows(await htmlSizes(site.build)).slice(0, 2),
        ]),
      );
    } finally {
      await portal.stop();
    }
  }
  return {
    title: 'The same page in a small and in a large API (generated descriptions)',
    command,
    rows: rows.map(plainHtml),
  };
}

/** The same words for every size, so that they stand side by side. */
const plainHtml = (row: Row): Row => ({ ...row, what: row.what.replace(/ of \d+ operations/, '') });
