import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';

/** What a visitor made before signing up, and how it comes along. Only the cookie says whose it is. */
export interface GuestThings {
  /** The guest of this browser; null where the request names none. */
  guestOf(request: FastifyRequest): string | null;
  /**
   * Does `work` and moves all that the guest made to the organization that it resolves to, in one transaction; where it resolves to
   * null nothing is moved.
   */
  moveTo<T extends { readonly id: string } | null>(
    guest: string,
    work: (transaction: Kysely<unknown>) => Promise<T>,
  ): Promise<T>;
  /** The browser forgets the guest. */
  forget(request: FastifyRequest, reply: FastifyReply): void;
}
