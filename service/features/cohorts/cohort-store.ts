import type { Cohort, CohortMember, CohortWords } from './cohort.ts';

export interface CohortEntry extends Cohort {
  /** So many organizations are in it. */
  readonly members: number;
}

/** Cohorts and who is in them. */
export interface CohortStore {
  /** Those that are under way first, then the archived ones; in each the newest first. */
  list(): Promise<readonly CohortEntry[]>;
  find(id: string): Promise<Cohort | null>;
  add(words: CohortWords, by: string): Promise<Cohort>;
  /** Null: there is none. `isArchived` may be said again; the time of the first stays. */
  change(id: string, change: Partial<CohortWords> & { readonly isArchived?: boolean }): Promise<Cohort | null>;
  /** By name; without organizations that are gone. */
  members(id: string): Promise<readonly CohortMember[]>;
  /** Who is in it stays so. False: there is no such organization; a guest is none. */
  addMember(id: string, organization: string): Promise<boolean>;
  /** False: it was not in it. */
  removeMember(id: string, organization: string): Promise<boolean>;
  /** Organizations that are not in it and whose name contains the words, in any case, by name. */
  candidates(
    id: string,
    words: string,
    most: number,
  ): Promise<readonly { readonly id: string; readonly name: string }[]>;
}
