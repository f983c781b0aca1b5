import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { ProcessFailed } from '../process-tree.ts';
import { bySubject, type Row, single } from '../row.ts';
import { loadPage } from './browser/load-page.ts';
import { SLOW } from './browser/open-chromium.ts';
import { serveFolder } from './browser/serve-folder.ts';
import type { OurPage } from './our-pages.ts';
import { inTurn } from './in-turn.ts';
import { pageRows, slowRows } from './page-rows.ts';
import { PeerSite } from './peers/build-peer.ts';
import type { Peer, SourceDescription } from './peers/peer.ts';
import { redocly } from './peers/redocly.ts';
import { scalar } from './peers/scalar.ts';
import { stock } from './peers/stock.ts';
import { zudoku } from './peers/zudoku.ts';
import { operationsOf, type RawOperation, readDescription } from './read-description.ts';

/** The same operations in what others make of the description, built and measured as ours are. */
export async function peerPages(
  browser: Browser,
  spec: string,
  pages: readonly OurPage[],
): Promise<{ rows: Row[]; notes: string[] }> {
  const description = await readDescription(spec);
  const operations = operationsOf(description);
  const source = { json: JSON.stringify(description), pages: operations.length };
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const peer of [stock, zudoku, redocly, scalar]) {
    try {
      rows.push(...bySubject(peer.name, await pagesOf(browser, peer, source, pages, operations)));
    } catch (error) {
      const reason = error instanceof ProcessFailed ? error.reason : 'its pages could not be measured';
      rows.push(...bySubject(peer.name, [{ ...single('ready', 'ms', NaN), failed: reason }]));
      notes.push(`${peer.name}: ${String(error).split('\n', 1)[0]}`);
    }
  }
  return { rows, notes };
}

async function pagesOf(
  browser: Browser,
  peer: Peer,
  source: SourceDescription,
  pages: readonly OurPage[],
  operations: readonly RawOperation[],
): Promise<Row[]> {
  const site = await PeerSite.prepare(peer, source);
  if (peer.commands.length > 0) await site.buildCold();
  await peer.finish?.(site.folder);
  const folder = path.join(site.folder, peer.site ?? '.');
  const files = peer.commands.length > 0 ? await htmlIn(folder) : [];
  const served = await serveFolder(folder);
  try {
    const targets = pages.flatMap(({ title, word, method, path: at }) => {
      const operation = operations.find(({ summary }) => summary === title);
      if (!operation?.operationId) return [];
      const { operationId, tags = [] } = operation;
      const address = peer.addressOf?.({ operationId, title, tag: tags[0] ?? '', method, path: at }, files);
      return address === undefined ? [] : [{ address: served.origin + address, title, word }];
    });
    if (targets.length === 0) throw new Error('none of the operations was found');
    const loads = await inTurn(targets, (target) => loadPage(browser, target));
    // Once: a page of several megabytes takes half a minute and more.
    const slow = await inTurn(targets.slice(0, 1), (target) => loadPage(browser, target, SLOW));
    return [...pageRows(loads, false), ...slowRows(slow)];
  } finally {
    served.stop();
  }
}

/** The addresses of its HTML files: `/api/issues.html`. */
async function htmlIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).map((name) => `/${name.replaceAll(path.sep, '/')}`);
}
