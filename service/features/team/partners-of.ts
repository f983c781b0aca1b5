import type { JourneyConfig } from '../../../contract/portal-config.ts';
import { type BoardRow, placeBehind } from './board.ts';
import type { BoardStore } from './board-store.ts';
import { partnerJson } from './team-json.ts';

export type CohortPartner = ReturnType<typeof partnerJson>;

const atOnce = 200;

/** All partners of a cohort as the board shows them, by name. */
export async function partnersOf(
  board: Pick<BoardStore, 'begin' | 'page'>,
  journey: JourneyConfig,
  cohort: string,
): Promise<readonly CohortPartner[]> {
  await board.begin(journey.id, journey.steps[0]?.id ?? null);
  const query = { journey: journey.id, cohort, isReviewOnly: false, order: 'name', limit: atOnce } as const;
  const partners: BoardRow[] = [];
  for (let last: BoardRow | undefined; ;) {
    const after = last && placeBehind(last, 'name');
    const { rows, hasMore } = await board.page({ ...query, after });
    partners.push(...rows);
    last = rows.at(-1);
    if (!hasMore || last === undefined) return partners.map((row) => partnerJson(journey, row));
  }
}
