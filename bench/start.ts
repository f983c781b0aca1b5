import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../cli/free-port.ts';
import type { BenchOptions } from './main.ts';
import { exitOf, lowestProcessMegabytes } from './process-tree.ts';
import { summarise, type Table } from './row.ts';
import { setAside } from './set-aside.ts';

const PROGRAM = path.resolve(import.meta.dirname, '..');
const COLD_RUNS = 3;
const PAGE_CALLS = 200;
const SANDBOX_CALLS = 2_000;
const CALLS_A_GUEST = 100;
const PAGES = ['/', '/docs', '/reference/cardea/v2', '/reference/cardea/v2/create-credential-offer'];

/** From `npm start` to the first answered page: cold (nothing built, no bundler cache) and warm; then the service's memory. */
export async function* measure({ runs }: BenchOptions): AsyncGenerator<Table> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-bench-'));
  const cold: number[] = [];
  const warm: number[] = [];
  const resident: number[] = [];
  try {
    for (let run = 0; run < COLD_RUNS; run++) {
      await setAside(path.join(folder, 'build'));
      cold.push((await startOnce(folder)).seconds);
    }
    for (let run = 0; run < runs; run++) {
      const { seconds, megabytes } = await startOnce(folder);
      warm.push(seconds);
      resident.push(megabytes);
    }
  } finally {
    await setAside(folder);
  }
  yield {
    title: 'Start',
    command: `npm run bench -- start --runs ${runs}`,
    rows: [
      summarise(`npm start, cold, to the first page (${COLD_RUNS} runs)`, 's', cold, { atMost: 40 }),
      summarise(`npm start, warm, to the first page (${runs} runs)`, 's', warm, { atMost: 3 }),
      summarise(`service, resident after ${PAGE_CALLS} pages and ${SANDBOX_CALLS} sandbox calls`, 'MB', resident, {
        atMost: 150,
      }),
    ],
  };
}

async function startOnce(folder: string): Promise<{ seconds: number; megabytes: number }> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: PROGRAM,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      PORTAL_BUILD: path.join(folder, 'build'),
      PORTAL_DATA: path.join(folder, 'data'),
      LOG_LEVEL: 'error',
    },
  });
  const ended = exitOf(child);
  const group = -(child.pid ?? 0);
  try {
    const origin = `http://localhost:${port}`;
    const failed = ended.then((code) => {
      throw new Error(`npm start ended with ${code}.`);
    });
    await Promise.race([firstPage(origin), failed]);
    const seconds = (performance.now() - started) / 1000;
    await use(origin);
    return { seconds, megabytes: lowestProcessMegabytes(child.pid ?? 0) };
  } finally {
    process.kill(group, 'SIGTERM');
    await ended.catch(() => null);
  }
}

async function firstPage(origin: string): Promise<void> {
  for (;;) {
    const answer = await fetch(origin).catch(() => null);
    if (answer?.ok) return void (await answer.text());
    await pause(10);
  }
}

async function use(origin: string): Promise<void> {
  for (let call = 0; call < PAGE_CALLS; call++) await (await fetch(origin + PAGES[call % PAGES.length])).text();
  let key = '';
  for (let call = 0; call < SANDBOX_CALLS; call++) {
    // A guest may send so many requests a minute; another guest goes on.
    if (call % CALLS_A_GUEST === 0) key = await guestKey(origin);
    const answer = await fetch(`${origin}/gateway/cardea/v2/credentials`, {
      headers: { authorization: `Bearer ${key}` },
    });
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
    await answer.text();
  }
}

async function guestKey(origin: string): Promise<string> {
  const issued = await fetch(`${origin}/api/v1/guest-keys`, { method: 'POST', headers: { origin } });
  return ((await issued.json()) as { key: string }).key;
}
