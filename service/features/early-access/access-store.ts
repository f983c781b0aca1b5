/** Who is in a group: an organization, or all that are in a cohort. */
export interface Member {
  readonly kind: 'organization' | 'cohort';
  readonly id: string;
}

export interface ListedMember extends Member {
  readonly group: string;
  readonly name: string;
  readonly since: Date;
}

/** An organization that asks to be let into a group. */
export interface AccessRequest {
  readonly group: string;
  readonly organization: string;
  readonly name: string;
  /** Who asked, by name; null where the account is gone. */
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly note: string;
}

/** Who is in which group of early access, and who asks to be. */
export interface AccessStore {
  /** The groups that an organization is in, by itself or by a cohort. */
  groupsOf(organization: string): Promise<readonly string[]>;
  /** By name. */
  members(): Promise<readonly ListedMember[]>;
  /** Their name; null where there is no such organization or cohort. Whoever is in stays so; an organization's request is over. */
  add(group: string, member: Member): Promise<string | null>;
  /** Their name; null where they were not in the group. */
  remove(group: string, member: Member): Promise<string | null>;
  /** Who asked first. */
  requests(): Promise<readonly AccessRequest[]>;
  /** Once a group: who asks again says it anew. */
  ask(group: string, organization: string, person: string, note: string): Promise<void>;
  /** The organization's name; null where it has not asked. */
  decline(group: string, organization: string): Promise<string | null>;
  /** The groups that an organization has asked for. */
  askedFor(organization: string): Promise<readonly string[]>;
  /** Organizations and cohorts that are not in the group and whose names contain the words. */
  candidates(group: string, words: string, most: number): Promise<readonly (Member & { readonly name: string })[]>;
}
