import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../tests/support/postgres-server.ts';
import type { BenchOptions } from '../main.ts';
import type { Row, Table } from '../row.ts';
import { setAside } from '../set-aside.ts';
import { measureBoard } from './board.ts';
import { measureGatewayCost } from './gateway-cost.ts';
import type { Place } from './seed.ts';
import { measureTick } from './tick.ts';

const SIZE = { organizations: 1000, exchanges: 1_000_000 };
const PARTS = ['tick', 'board', 'gateway'];

interface Ground {
  readonly subject: string;
  readonly place: Place;
  readonly folder: string;
}

/** How soon a step ticks, how soon the team's pages are there, and what proofs cost the gateway: all parts, or those named. */
export async function* measure({ parts, runs }: BenchOptions): AsyncGenerator<Table> {
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Error(`No part is called ${unknown.join(', ')}. There are: ${PARTS.join(', ')}.`);
  const command = (part: string) => `npm run bench -- onboarding ${part} --runs ${runs}`;
  for (const part of parts.length > 0 ? parts : PARTS) {
    if (part === 'tick') {
      const rows = await onBoth((ground) => measureTick(ground, runs));
      yield { title: 'From the request to the tick', command: command(part), rows };
    } else if (part === 'board') {
      const rows = await onBoth((ground) => measureBoard(ground, SIZE, runs));
      const note = 'Over HTTP, with the whole answer read. Limits hold for the slowest of all that were asked for.';
      yield { title: 'The team’s pages over 1,000,000 exchanges', command: command(part), rows, notes: [note] };
    } else {
      const rows = await inFolder((folder) => measureGatewayCost(folder, runs));
      yield { title: 'What proofs cost the gateway', command: command(part), rows };
    }
  }
}

/** The same on SQLite and on PostgreSQL, one after the other. */
async function onBoth(work: (ground: Ground) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const rows = await inFolder(async (folder) => {
    const dataFolder = path.join(folder, 'data');
    await mkdir(dataFolder);
    return work({ subject: 'SQLite', folder, place: { dataFolder, databaseUrl: undefined } });
  });
  const postgres = await startPostgres({ fsync: true });
  try {
    await postgres.createDatabase('bench');
    const place = { dataFolder: '', databaseUrl: postgres.url('bench') };
    return [...rows, ...(await inFolder((folder) => work({ subject: 'PostgreSQL', folder, place })))];
  } finally {
    await postgres.stop();
  }
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-bench-onboarding-'));
  try {
    return await work(folder);
  } finally {
    await setAside(folder);
  }
}
