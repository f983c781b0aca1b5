import type { Membership } from './session.ts';

/** What we ask of the accounts' tables beside the library. */
export interface PersonStore {
  /** By the time of joining. */
  memberships(person: string): Promise<readonly Membership[]>;
  isStaff(person: string): Promise<boolean>;
}
