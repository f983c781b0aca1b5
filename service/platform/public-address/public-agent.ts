import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type AddressPolicy, checkUrl } from './check-url.ts';
import { isPublicAddress } from './is-public-address.ts';

/** All addresses of a name, now. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Nothing was sent: the address is not one to send to. The message ends the sentence "The address …". */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

const resolveHost: ResolveHost = (hostname) => lookup(hostname, { all: true, verbatim: true });

/**
 * The only way out to an address that a partner gave. What is checked is what is connected to: a name is resolved once, for
 * the connection, and its addresses are looked at then, so that a name that changes its mind (DNS rebinding) gets nowhere.
 * undici follows no redirects by itself. Connections are not kept: the next one is checked anew.
 */
export function publicAgent(options: {
  readonly policy: AddressPolicy;
  readonly connectTimeoutMs: number;
  readonly resolve?: ResolveHost;
}): Agent {
  const { policy, connectTimeoutMs, resolve = resolveHost } = options;
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    allowH2: false,
    lookup: checkedLookup(policy, resolve),
  });
  return new Agent({
    pipelining: 0,
    connect: (target, callback) => {
      // An address written as numbers is connected to without a look-up.
      const refusal = refusalOf(target, policy);
      if (refusal === null) connect(target, callback);
      else callback(new RefusedAddress(refusal), null);
    },
  });
}

function refusalOf({ protocol, hostname, port }: buildConnector.Options, policy: AddressPolicy): string | null {
  const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
  const decision = checkUrl(`${protocol}//${host}${port === '' ? '' : `:${port}`}/`, policy);
  return decision.kind === 'refused' ? decision.reason : null;
}

function checkedLookup(policy: AddressPolicy, resolve: ResolveHost): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        const inside = addresses.find(({ address }) => !isPublicAddress(address));
        // One private address among public ones is enough: which of them is taken is not ours to say.
        if (inside !== undefined && !policy.allowPrivateAddresses) {
          callback(new RefusedAddress(`leads to ${inside.address}, which is not on the public internet`), '');
        } else if (first === undefined) callback(new RefusedAddress('leads nowhere: its name has no address'), '');
        else if (all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };
}
