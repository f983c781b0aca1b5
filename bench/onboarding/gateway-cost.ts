import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { processorSeconds } from '../gateway/bench-scene.ts';
import { startGenerator } from '../gateway/generator.ts';
import type { LoadRequest } from '../gateway/open-loop.ts';
import { type Row, single, summarise } from '../row.ts';
import { JOURNEY } from './journey.ts';
import { startPortal } from './portal.ts';
import { seed } from './seed.ts';

const RATE = 250;
const SECONDS = 8;
const CONNECTIONS = 64;
const ORGANIZATION = 'org_bench_0000';

/**
 * The same load by an organization without a journey on any board and without anybody who follows it, and by one whose steps are open, which is gone round
 * to and followed by a page's stream: in turn, through one service. The sandbox plays; what is counted is the service's processor time and how long requests take.
 */
export async function measureGatewayCost(folder: string, runs: number): Promise<readonly Row[]> {
  const place = { dataFolder: path.join(folder, 'data'), databaseUrl: undefined };
  await mkdir(place.dataFolder, { recursive: true });
  await seed(place, { organizations: 1, exchanges: 2000 });
  const portal = await startPortal(folder, place);
  const generator = await startGenerator();
  const cost = { without: [] as Cost[], with: [] as Cost[] };
  try {
    const keys = { without: await portal.keyOf('org_guest_bench'), with: await portal.keyOf(ORGANIZATION) };
    const send = async (who: 'without' | 'with', seconds: number): Promise<Cost> => {
      const follower = who === 'with' ? await follow(portal.origin, keys.with) : undefined;
      const before = processorSeconds(portal.pid);
      const [{ phases }] = await generator.run({
        ...{ origin: portal.origin, connections: CONNECTIONS, phases: [{ rate: RATE, seconds }] },
        requests: requestsOf(keys[who]),
      });
      const used = processorSeconds(portal.pid) - before;
      follower?.abort();
      const [phase] = phases;
      if (!phase) throw new Error('A load of one phase has one result.');
      return { p50: phase.p50, p99: phase.p99, cpu: (used / phase.sent) * 1000, bad: phase.sent - phase.ok };
    };
    for (const who of ['without', 'with'] as const) await send(who, 3);
    for (let run = 0; run < runs; run += 1) {
      // In turn, and each before the other as often.
      for (const who of run % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const))
        cost[who].push(await send(who, SECONDS));
    }
  } finally {
    await generator.stop();
    await portal.stop();
  }
  const added = (name: keyof Cost) => cost.with.map((one, index) => one[name] - (cost.without[index]?.[name] ?? NaN));
  const of = (who: 'without' | 'with', name: keyof Cost) => cost[who].map((one) => one[name]);
  return [
    single('rate', '/s', RATE),
    summarise('a request, without a journey, median', 'ms', of('without', 'p50')),
    summarise('… with its proofs evaluated, and followed', 'ms', of('with', 'p50')),
    summarise('added, median, pair by pair', 'ms', added('p50'), { atMost: 0.2 }),
    summarise('added, 99 of a hundred, pair by pair', 'ms', added('p99')),
    summarise('processor time a request, without', 'ms', of('without', 'cpu')),
    summarise('processor time added, pair by pair', 'ms', added('cpu')),
    summarise('not answered well, with', '', of('with', 'bad'), { atMost: 0 }),
  ];
}

interface Cost {
  readonly p50: number;
  readonly p99: number;
  /** Of the service's process, in milliseconds a request. */
  readonly cpu: number;
  readonly bad: number;
}

const requestsOf = (key: string): readonly LoadRequest[] =>
  ['/issuers', '/credential-types', '/credential-offers'].map((address) => ({
    ...{ method: 'GET', path: `/gateway/cardea/v2${address}` },
    headers: { authorization: `Bearer ${key}` },
  }));

/** A page that follows the journey. */
async function follow(origin: string, key: string): Promise<AbortController> {
  const abort = new AbortController();
  const answer = await fetch(`${origin}/api/v1/journeys/${JOURNEY.id}/progress/events`, {
    headers: { authorization: `Bearer ${key}` },
    signal: abort.signal,
  });
  if (!answer.ok) throw new Error(`The stream was answered with ${answer.status}.`);
  void answer.body?.pipeTo(new WritableStream()).catch(() => undefined);
  return abort;
}
