import { limitedAddress } from './client-address.ts';
import { ProblemError } from './problem.ts';

/** Counts a request of a client's address; throws the problem `rate-limited` beyond the limit. */
export type AddressLimit = (from: { readonly ip: string }) => Promise<void>;

/** A limit of so many requests a minute for each client address (or IPv6 /64), `what` being what is counted, in words. */
export type AddressLimits = (perMinute: number, what: string) => AddressLimit;

/** Takes one of so many a minute; the port. */
export type TakeOne = (who: string, perMinute: number) => Promise<{ isTaken: boolean; resetSeconds: number }>;

/** Where the takes are shared, all instances count together. */
export function addressLimits(take: TakeOne): AddressLimits {
  return (perMinute, what) => async (from) => {
    const { isTaken, resetSeconds } = await take(`${what} of ${limitedAddress(from.ip)}`, perMinute);
    if (isTaken) return;
    throw new ProblemError('rate-limited', {
      detail: `More than ${perMinute} ${what} a minute come from your network. Wait ${resetSeconds} s, then send it again.`,
      headers: { 'retry-after': String(resetSeconds) },
    });
  };
}
