import path from 'node:path';
import { runPortal } from '../../tests/support/run-portal.ts';
import { measureProcess } from '../process-tree.ts';
import { bySubject, type Row, summarise, type Table } from '../row.ts';
import { inTurn } from './in-turn.ts';
import type { PartInput } from './index.ts';
import { OurSite, PROGRAM } from './our-site.ts';
import { installPackages } from './peers/install-peer.ts';

const PACKAGES = { lighthouse: '13.5.0' };
const RUNS = 5;
const PAGES = { 'a guide': '/docs/get-started', 'an operation': '/reference/cardea/v2/create-credential-offer' };
const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'best practices',
  seo: 'search engines',
};

type Scores = Record<string, { readonly score: number }>;

/** Lighthouse's four categories on the sample platform's own portal, as a phone sees it (its preset), medians of five. */
export async function* measure({ folder, command }: PartInput): AsyncGenerator<Table> {
  const lighthouse = await installPackages('lighthouse', { dependencies: PACKAGES });
  const site = new OurSite(folder, path.join(PROGRAM, 'portal.config.ts'));
  await site.buildCold();
  const portal = await runPortal({ ...site.variables() });
  const rows: Row[] = [];
  try {
    for (const [subject, address] of Object.entries(PAGES)) {
      const runs = await inTurn(Array.from({ length: RUNS }), () => audit(lighthouse, portal.origin + address));
      const rowsOfPage = Object.entries(CATEGORIES).map(([id, words]) =>
        summarise(
          words,
          '',
          runs.map((scores) => Math.round((scores[id]?.score ?? NaN) * 100)),
          { atLeast: 98 },
        ),
      );
      rows.push(...bySubject(subject, rowsOfPage));
    }
  } finally {
    await portal.stop();
  }
  yield { title: `Lighthouse ${PACKAGES.lighthouse}, phone preset, medians of ${RUNS}`, command, rows };
}

async function audit(folder: string, address: string): Promise<Scores> {
  const { output } = await measureProcess(
    [
      path.join(folder, 'node_modules/.bin/lighthouse'),
      address,
      '--quiet',
      '--output=json',
      `--only-categories=${Object.keys(CATEGORIES).join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    {
      ...process.env,
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
      ...(process.env.CHROMIUM_PATH && { CHROME_PATH: process.env.CHROMIUM_PATH }),
    },
  );
  return (JSON.parse(output.slice(output.indexOf('{'))) as { categories: Scores }).categories;
}
