import type { FastifyRequest } from 'fastify';
import { madeOnce } from '../../../platform/made-once.ts';
import { type OwnAddress, ownAddress } from '../../../platform/own-address.ts';
import { type Auth, type AuthOptions, confirmationHours, createAuth, signInLinkMinutes } from './auth.ts';
import { letters } from './letters.ts';
import type { MailRoom } from '../../../platform/mail/index.ts';

/** The library for the address that the request came to. */
export type AuthOf = (request: Pick<FastifyRequest, 'protocol' | 'host'>) => Promise<Auth>;

/** Two or three names of this machine; one more makes room for itself. */
const mostAddresses = 8;
const times = { confirmHours: confirmationHours, linkMinutes: signInLinkMinutes };

export function authOfRequest(
  deps: Omit<AuthOptions, 'origin' | 'letters'> & {
    readonly portal: { readonly url: string; readonly serviceUrl: string; readonly brand: { readonly name: string } };
    readonly send: MailRoom['send'];
  },
): AuthOf {
  const { portal, send } = deps;
  const authFor = madeOnce({
    make: ({ service, site }: OwnAddress) =>
      createAuth({
        ...deps,
        origin: service,
        letters: letters({ portal: portal.brand.name, service, site, times, send }),
      }),
    nameOf: ({ service }) => service,
    most: mostAddresses,
  });
  return (request) => authFor(ownAddress(portal, request));
}
