import type { Call } from './board.ts';

/** What is known of a partner beyond the board. */
export interface PartnerFacts {
  readonly id: string;
  readonly name: string;
  readonly signedUpAt: string;
  readonly firstCallAt: string | null;
  readonly launchedAt: string | null;
  readonly members: readonly MemberFact[];
  readonly standings: readonly StandingFact[];
  /** What was proven or given back, of whichever journey. */
  readonly records: readonly RecordFact[];
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  /** Made to its cohorts since it is in them, the newest. */
  readonly announcements: readonly { readonly subject: string; readonly by: string; readonly at: string }[];
  readonly lastCall: Call | null;
  /** Newest first. */
  readonly failing: readonly Call[];
}

export interface MemberFact {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly joinedAt: string;
}

export interface StandingFact {
  readonly journey: string;
  readonly step: string | null;
  readonly since: string;
  readonly proven: number;
  readonly isComplete: boolean;
  readonly reviews: number;
  readonly missing: string | null;
}

export interface RecordFact {
  readonly journey: string;
  readonly step: string;
  readonly at: string;
  readonly isProven: boolean;
}

export interface PartnerStore {
  /** Null: there is no such organization. */
  find(organization: string): Promise<PartnerFacts | null>;
  has(organization: string): Promise<boolean>;
}
