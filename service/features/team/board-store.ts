import type { BoardCounts, BoardQuery, BoardRow } from './board.ts';
import type { Standing } from './standing.ts';

export interface BoardPage {
  readonly rows: readonly BoardRow[];
  readonly hasMore: boolean;
}

/** How long organizations took, in seconds, and how many there are. */
export interface Durations {
  readonly organizations: number;
  readonly toFirstCall: readonly number[];
  readonly toLaunch: readonly number[];
}

/** Where it is kept how far organizations are. Guests are none. */
export interface BoardStore {
  page(query: BoardQuery): Promise<BoardPage>;
  counts(query: Pick<BoardQuery, 'journey' | 'cohort' | 'words'>): Promise<BoardCounts>;
  /** Puts those on the board of a journey who are not there: at its first step, since they signed up. */
  begin(journey: string, firstStep: string | null): Promise<void>;
  /** Keeps standings in the place of earlier ones; those of organizations that are not there are left out. */
  write(standings: readonly (Standing & { readonly organization: string })[]): Promise<void>;
  /** Keeps when an organization was first answered well, where it was and this is not known. Whether it is known now. */
  noteFirstCall(organization: string): Promise<boolean>;
  /** Of everybody, or of a cohort. */
  durations(cohort?: string): Promise<Durations>;
  organizations(): Promise<readonly string[]>;
  /** Of those that have not completed all of these journeys. */
  unfinished(journeys: readonly string[]): Promise<readonly string[]>;
}
