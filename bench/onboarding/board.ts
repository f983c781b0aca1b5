import { setTimeout as pause } from 'node:timers/promises';
import { bySubject, type Row, single, summarise } from '../row.ts';
import { JOURNEY, OPERATIONS } from './journey.ts';
import { type Place, organizationId, seed, type Size } from './seed.ts';
import { startPortal } from './portal.ts';

const BOARDS = [
  ['board, stuck the longest first', ''],
  ['… at one step', `&step=${OPERATIONS[4].toLowerCase()}`],
  ['… by a part of the name', '&q=99'],
  ['… by name', '&order=name'],
  ['… 200 at once', '&limit=200'],
] as const;
const PARTNERS = 40;
const BOARD_LIMIT = { atMost: 200 };
const PARTNER_LIMIT = { atMost: 100 };

/** The board and the partners' pages on one database, after every organization was looked at once. */
export async function measureBoard(
  { subject, place, folder }: { subject: string; place: Place; folder: string },
  size: Size,
  runs: number,
): Promise<readonly Row[]> {
  await seed(place, size);
  const portal = await startPortal(folder, place);
  try {
    const timed = async (address: string): Promise<number> => {
      const begun = performance.now();
      await (await portal.read(address)).text();
      return performance.now() - begun;
    };
    const progressOf = (index: number) =>
      `/team/organizations/${organizationId(index)}/journeys/${JOURNEY.id}/progress`;
    const firstLooks: number[] = [];
    for (let index = 0; index < size.organizations; index += 1) firstLooks.push(await timed(progressOf(index)));
    // What was read is on the board half a second later.
    await pause(2000);
    const rows: Row[] = [];
    // The first requests of a process compile what they run.
    for (let run = 0; run < 3; run += 1) await timed(`/team/partners?journey=${JOURNEY.id}`);
    for (const [what, query] of BOARDS) {
      const times: number[] = [];
      for (let run = 0; run < runs * 4; run += 1)
        times.push(await timed(`/team/partners?journey=${JOURNEY.id}${query}`));
      rows.push(worst(what, times, BOARD_LIMIT));
    }
    const pace: number[] = [];
    for (let run = 0; run < runs * 4; run += 1) pace.push(await timed('/team/pace'));
    rows.push(worst('distributions', pace, BOARD_LIMIT));
    const pages: number[] = [];
    const journeys: number[] = [];
    for (let count = 0; count < PARTNERS; count += 1) {
      const index = (count * 37) % size.organizations;
      pages.push(await timed(`/team/partners/${organizationId(index)}`));
      journeys.push(await timed(progressOf(index)));
    }
    rows.push(
      worst('a partner’s page', pages, PARTNER_LIMIT),
      worst('… its journey, looked for in the records', journeys, PARTNER_LIMIT),
    );
    rows.push(
      summarise('the first look at an organization ever', 'ms', firstLooks),
      single('organizations', '', size.organizations),
    );
    rows.push(single('exchanges', '', size.exchanges));
    return bySubject(subject, rows);
  } finally {
    await portal.stop();
  }
}

/** The median, held to the limit by the slowest: nobody is to wait longer. */
function worst(what: string, times: readonly number[], limit: { readonly atMost: number }): Row {
  const row = summarise(what, 'ms', times);
  if (row.highest <= limit.atMost) return { ...row, limit };
  return { ...row, failed: `${row.median.toFixed(0)} ms, up to ${row.highest.toFixed(0)}, ≤ ${limit.atMost} ms ✗` };
}
