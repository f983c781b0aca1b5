import { type SelectQueryBuilder, sql } from 'kysely';
import type { BoardOrder, BoardQuery } from './board.ts';
import type { ReadTables } from './tables.ts';

interface BoardTables extends ReadTables {
  standing: ReadTables['team_standings'];
  organization: ReadTables['organizations'];
}

/** The rows of one journey's board. */
export type Board = SelectQueryBuilder<BoardTables, 'standing' | 'organization', object>;

/** Those that the query asks for, on whatever page. */
export function isWanted(
  board: Board,
  { step, isReviewOnly, cohort, words = '' }: Pick<BoardQuery, 'step' | 'isReviewOnly' | 'cohort' | 'words'>,
): Board {
  let wanted = board;
  if (step !== undefined) wanted = wanted.where('standing.step', '=', step);
  if (isReviewOnly) wanted = wanted.where('standing.reviews', '>', 0);
  if (cohort !== undefined) {
    wanted = wanted
      .innerJoin('cohort_members', 'cohort_members.organization', 'organization.id')
      .where('cohort_members.cohort', '=', cohort);
  }
  const text = words.trim().toLowerCase();
  if (text === '') return wanted;
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return wanted.where((row) =>
    row.or([
      sql<boolean>`lower(organization.name) like ${pattern} escape '\\'`,
      row('organization.id', '=', words.trim()),
    ]),
  );
}

/** Those behind the last of the page before. */
export function isAfter(board: Board, { after, order }: Pick<BoardQuery, 'after' | 'order'>): Board {
  if (after === undefined) return board;
  const { isComplete, by, organization } = after;
  switch (order) {
    case 'stuck':
      return board.where(
        sql<boolean>`(standing.is_complete, standing.since, standing.organization) > (${isComplete}, ${by}, ${organization})`,
      );
    case 'moved':
      return board.where(
        sql<boolean>`(standing.is_complete > ${isComplete} or (standing.is_complete = ${isComplete}
          and (standing.since, standing.organization) < (${by}, ${organization})))`,
      );
    case 'name':
      return board.where(sql<boolean>`(lower(organization.name), organization.id) > (${by}, ${organization})`);
  }
}

export const boardRows = (board: Board) =>
  board
    .leftJoin('team_first_calls', 'team_first_calls.organization', 'organization.id')
    .leftJoin('key_launches', 'key_launches.organization', 'organization.id')
    .select(['organization.id', 'organization.name', 'organization.createdAt'])
    .select(sql<string>`lower(organization.name)`.as('sort_name'))
    .select(['standing.step', 'standing.since', 'standing.proven', 'standing.is_complete'])
    .select(['standing.reviews', 'standing.missing'])
    .select(['team_first_calls.at as first_call_at', 'key_launches.launched_at']);

export function ordered(rows: ReturnType<typeof boardRows>, order: BoardOrder) {
  switch (order) {
    case 'stuck':
      return rows.orderBy('standing.is_complete').orderBy('standing.since').orderBy('standing.organization');
    case 'moved':
      return rows
        .orderBy('standing.is_complete')
        .orderBy('standing.since', 'desc')
        .orderBy('standing.organization', 'desc');
    case 'name':
      return rows.orderBy(sql`lower(organization.name)`).orderBy('organization.id');
  }
}
