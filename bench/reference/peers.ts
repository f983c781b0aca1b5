import { type Measured, ProcessFailed } from '../process-tree.ts';
import { bySubject, type Row, single, type Table } from '../row.ts';
import { buildRows } from './build-rows.ts';
import type { PartInput } from './index.ts';
import { OurSite } from './our-site.ts';
import { bare } from './peers/bare.ts';
import { PeerSite } from './peers/build-peer.ts';
import type { Peer } from './peers/peer.ts';
import { redocly } from './peers/redocly.ts';
import { stock } from './peers/stock.ts';
import { zudoku } from './peers/zudoku.ts';
import { operationsOf, readDescription } from './read-description.ts';

/** What takes longer is built once only. */
const LONG_SECONDS = 60;
/** A description of GitHub's size: what issue 3 asks for holds there. */
const LARGE_PAGES = 1_000;
/** How many times ours a peer's figure is to be, at least, for a large description. */
const AT_LEAST: Record<string, { time?: number; memory?: number }> = {
  [stock.name]: { time: 15, memory: 12 },
  [zudoku.name]: { time: 3 },
  [bare.name]: { time: 1 },
};

/** Cold builds of one description by others and by us, one after the other in the same run. */
export async function* measure({ folder, spec, runs, command }: PartInput): AsyncGenerator<Table> {
  const description = await readDescription(spec);
  const source = { json: JSON.stringify(description), pages: operationsOf(description).length };
  const site = new OurSite(folder);
  await site.describe(spec);
  const ours = await repeat(runs, () => site.buildCold());
  const rows: Row[] = bySubject('ours', buildRows(ours));
  const notes: string[] = [];
  for (const peer of [stock, zudoku, redocly, bare]) {
    try {
      const theirs = await repeat(runs, await cold(peer, source));
      rows.push(
        ...bySubject(peer.name, [
          ...buildRows(theirs),
          ...ratios(ours, theirs, source.pages < LARGE_PAGES ? {} : (AT_LEAST[peer.name] ?? {})),
        ]),
      );
    } catch (error) {
      if (!(error instanceof ProcessFailed)) throw error;
      rows.push(...bySubject(peer.name, [{ ...single('whole build', 's', NaN), failed: error.reason }]));
      notes.push(`${peer.name}: ${lastWords(error.message)}`);
    }
  }
  yield {
    title: `Cold builds of ${source.pages} operations and webhooks, beside those of others`,
    command,
    rows,
    notes,
  };
}

async function cold(peer: Peer, source: Parameters<typeof PeerSite.prepare>[1]): Promise<() => Promise<Measured>> {
  const site = await PeerSite.prepare(peer, source);
  return () => site.buildCold();
}

async function repeat(runs: number, build: () => Promise<Measured>): Promise<Measured[]> {
  const builds: Measured[] = [];
  while (builds.length < runs && (builds[0]?.seconds ?? 0) < LONG_SECONDS) builds.push(await build());
  return builds;
}

function ratios(
  ours: readonly Measured[],
  theirs: readonly Measured[],
  least: { time?: number; memory?: number },
): Row[] {
  const [time = NaN, processor = NaN, memory = NaN] = buildRows(theirs).map(
    ({ median }, index) => median / (buildRows(ours)[index]?.median ?? NaN),
  );
  const atLeast = (value: number | undefined) => (value === undefined ? undefined : { atLeast: value });
  return [
    single('… time, times ours', '×', time, atLeast(least.time)),
    single('… processor time, times ours', '×', processor),
    single('… memory, times ours', '×', memory, atLeast(least.memory)),
  ];
}

/** The last line that says something is mostly the reason. */
const lastWords = (message: string) => message.trim().split('\n').slice(-3).join(' ').slice(0, 300);
