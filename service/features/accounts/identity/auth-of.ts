import type { FastifyRequest } from 'fastify';
import { madeOnce } from '../../../platform/made-once.ts';
import { type OwnAddress, ownAddress } from '../../../platform/own-address.ts';
import { type Auth, type AuthOptions, confirmationHours, createAuth, signInLinkMinutes } from './auth.ts';
import type { Admits } from '../approval/index.ts';
import { type Letters, letters } from './letters.ts';
import type { MailRoom } from '../../../platform/mail/index.ts';

/** The library for the address that the request came to. */
export type AuthOf = (request: Pick<FastifyRequest, 'protocol' | 'host'>) => Promise<Auth>;

/** Two or three names of this machine; one more makes room for itself. */
const mostAddresses = 8;
const times = { confirmHours: confirmationHours, linkMinutes: signInLinkMinutes };

/** The letters of the portal, with links to the address that the request came to. */
export function lettersAt(portal: { readonly brand: { readonly name: string } }, send: MailRoom['send']) {
  return ({ service, site }: OwnAddress): Letters => letters({ portal: portal.brand.name, service, site, times, send });
}

export function authOfRequest(
  deps: Omit<AuthOptions, 'origin' | 'letters' | 'admits'> & {
    readonly admits: Admits;
    readonly portal: { readonly url: string; readonly serviceUrl: string; readonly brand: { readonly name: string } };
    readonly send: MailRoom['send'];
  },
): AuthOf {
  const { portal, send } = deps;
  const authFor = madeOnce({
    make: (address: OwnAddress) =>
      createAuth({
        ...deps,
        origin: address.service,
        letters: lettersAt(portal, send)(address),
        admits: (person) => deps.admits(person, address),
      }),
    nameOf: ({ service }) => service,
    most: mostAddresses,
  });
  return (request) => authFor(ownAddress(portal, request));
}
