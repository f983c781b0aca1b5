import type { Kysely } from 'kysely';
import type { Membership, Session } from '../session.ts';
import type { GuestThings } from './guest-things.ts';
import type { OrganizationStore } from './organization-store.ts';

export interface FoundingDeps {
  readonly store: Pick<OrganizationStore, 'add'>;
  readonly guests: Pick<GuestThings, 'moveTo'>;
  readonly inTransaction: <T>(work: (transaction: Kysely<unknown>) => Promise<T>) => Promise<T>;
}

export interface Founded {
  readonly organization: Membership;
  readonly keptFromGuest: boolean;
}

/** Makes an organization that the session's person owns. With the first one comes what the guest made. Null: they have as many as may be. */
export async function foundOrganization(
  name: string,
  { person, id: session, organizations }: Session,
  guest: string | null,
  deps: FoundingDeps,
): Promise<Founded | null> {
  const { store, guests, inTransaction } = deps;
  const add = (transaction: Kysely<unknown>) => store.add(transaction, { name, owner: person.id, session });
  const keptFromGuest = guest !== null && organizations.length === 0;
  const organization = await (keptFromGuest ? guests.moveTo(guest, add) : inTransaction(add));
  return organization && { organization, keptFromGuest };
}
