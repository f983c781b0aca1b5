import type { FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import type { AuthOf } from '../identity/auth-of.ts';
import type { CountMail } from './invitation-letters.ts';
import type { MakeInvitedPerson } from './invited-person.ts';

/**
 * Mails a link to sign in to an address that is invited, which may sign up by it also where nobody else may. `to`: the page of the service
 * that it leads to, `/account/…`; without it, to the account.
 */
export type LetIn = (request: FastifyRequest, email: string, to?: string) => Promise<void>;

export function letIn(deps: {
  readonly authOf: AuthOf;
  readonly makeInvitedPerson: MakeInvitedPerson;
  readonly limitMails: AddressLimit;
  readonly countToAddress: CountMail;
}): LetIn {
  const { authOf, makeInvitedPerson, limitMails, countToAddress } = deps;
  return async (request, email, to) => {
    await limitMails(request);
    await countToAddress(email);
    await makeInvitedPerson(email);
    const { api } = await authOf(request);
    await api.signInMagicLink({ body: { email, ...(to && { metadata: { to } }) }, headers: new Headers() });
  };
}
