import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { limitedAddress } from './client-address.ts';
import { ProblemError } from './problem.ts';

/** Counts a request of a client's address; throws the problem `rate-limited` beyond the limit. */
export type AddressLimit = (request: FastifyRequest) => Promise<void>;

/**
 * So many requests a minute for each client address (or IPv6 /64). Counted in this process: with several processes
 * behind a balancer, each counts for itself.
 */
export function addressLimit(perMinute: number, what: string): AddressLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (request) => {
    try {
      await limiter.consume(limitedAddress(request.ip));
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state;
      const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
      throw new ProblemError('rate-limited', {
        detail: `More than ${perMinute} ${what} a minute come from your network. Wait ${seconds} s, then send it again.`,
        headers: { 'retry-after': String(seconds) },
      });
    }
  };
}
