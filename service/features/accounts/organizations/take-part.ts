import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Membership, Session } from '../session.ts';
import type { FoundingDeps } from './found-organization.ts';
import type { GuestThings } from './guest-things.ts';
import type { OrganizationStore } from './organization-store.ts';

/** What becomes of the session's person: the owner of a new organization, or a member of one that there is, with a role if they had none. */
export type Place =
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'join'; readonly organization: string; readonly role: 'owner' | 'developer' };

export interface Taking {
  /** Null: there is no place any more, and nothing changes. */
  choose(transaction: Kysely<unknown>): Promise<Place | null>;
  /** In the same transaction, when the place is taken. */
  taken(transaction: Kysely<unknown>, organization: string): Promise<void>;
}

/** Whoever was let in takes a place, in one transaction; the session acts for that organization from then on. */
export type TakePart = (
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session,
  taking: Taking,
) => Promise<Membership | 'closed' | 'full'>;

export function takePart(
  deps: FoundingDeps & { readonly store: Pick<OrganizationStore, 'add' | 'join'>; readonly guests: GuestThings },
): TakePart {
  const { store, guests, inTransaction } = deps;
  return async (request, reply, { id: session, person, organizations }, taking) => {
    const guest = guests.guestOf(request);
    const seen: { refusal: 'closed' | 'full' | 'joins' } = { refusal: 'closed' };

    const work = async (transaction: Kysely<unknown>, mayJoin: boolean): Promise<Membership | null> => {
      const place = await taking.choose(transaction);
      seen.refusal = place === null ? 'closed' : place.kind === 'join' && !mayJoin ? 'joins' : 'full';
      if (place === null || seen.refusal === 'joins') return null;
      const membership =
        place.kind === 'new'
          ? await store.add(transaction, { name: place.name, owner: person.id, session })
          : await store.join(transaction, { ...place, person: person.id, session });
      if (membership !== null) await taking.taken(transaction, membership.id);
      return membership;
    };

    // What a guest made comes along to an organization of their own, not into a colleague's.
    if (guest !== null && organizations.length === 0) {
      const made = await guests.moveTo(guest, (transaction) => work(transaction, false));
      if (made !== null) {
        guests.forget(request, reply);
        return made;
      }
      if (seen.refusal !== 'joins') return seen.refusal;
    }
    const taken = await inTransaction((transaction) => work(transaction, true));
    return taken ?? (seen.refusal === 'closed' ? 'closed' : 'full');
  };
}
