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
  const limits = namedLimits(take);
  return (perMinute, what) => {
    const limit = limits(perMinute, what, 'come from your network');
    return (from) => limit(limitedAddress(from.ip));
  };
}

/** Counts for a name, an account's for instance; throws the problem `rate-limited` beyond the limit. `where` ends the sentence. */
export type NamedLimits = (perMinute: number, what: string, where: string) => (name: string) => Promise<void>;

export function namedLimits(take: TakeOne): NamedLimits {
  return (perMinute, what, where) => async (name) => {
    const { isTaken, resetSeconds } = await take(`${what} of ${name}`, perMinute);
    if (isTaken) return;
    throw new ProblemError('rate-limited', {
      detail: `More than ${perMinute} ${what} a minute ${where}. Wait ${resetSeconds} s, then send it again.`,
      headers: { 'retry-after': String(resetSeconds) },
    });
  };
}
