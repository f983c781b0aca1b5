/** Somebody who was made staff here, not by the configuration. */
export interface StaffMember {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly since: Date;
}

export interface PersonByAddress {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Who belongs to the team, beside those of the configuration. */
export interface StaffStore {
  /** By address. */
  list(): Promise<readonly StaffMember[]>;
  /** People who have confirmed one of these addresses, in lower case. */
  confirmed(emails: readonly string[]): Promise<readonly PersonByAddress[]>;
  /** Who is staff already stays so. */
  add(person: string, addedBy: string, now: Date): Promise<void>;
  /** `last`: nobody would be left, and nobody was removed. */
  remove(person: string, mayBeLast: boolean): Promise<'removed' | 'unknown' | 'last'>;
  /** Keeps what a link to become the first is known by, and forgets those that have ended. */
  offer(hash: string, endsAt: Date, now: Date): Promise<void>;
  /** Makes the person staff, once, where the link holds and nobody is staff; all links end. */
  claim(hash: string, person: string, now: Date): Promise<boolean>;
}
