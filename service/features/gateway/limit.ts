import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { limitedAddress } from '../../platform/client-address.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Facts, needed, type Quota, type Step } from './facts.ts';

const windowSeconds = 60;

/** Counts a request of somebody who may send so many a minute. */
export type Count = (who: string, perMinute: number) => Promise<{ quota: Quota; isBeyond: boolean }>;

/** Counts in this process: with several processes behind a balancer, each counts for itself. */
export function countInProcess(): Count {
  const limiters = new Map<number, RateLimiterMemory>();
  return async (who, perMinute) => {
    const limiter = limiters.get(perMinute) ?? new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
    limiters.set(perMinute, limiter);
    try {
      return { quota: quotaOf(await limiter.consume(who), perMinute), isBeyond: false };
    } catch (state) {
      if (!(state instanceof RateLimiterRes)) throw state;
      return { quota: quotaOf(state, perMinute), isBeyond: true };
    }
  };
}

function quotaOf(state: RateLimiterRes, limit: number): Quota {
  const resetSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return { limit, remaining: Math.max(0, state.remainingPoints), resetSeconds, windowSeconds };
}

/**
 * Refuses what is beyond the key's requests a minute; without a key, beyond those of a guest, by address. The keys of one
 * organization count together: a guest who takes a second key does not get a second allowance.
 */
export function limitStep(count: Count, anonymousPerMinute: number): Step {
  return { name: 'limit', run: (facts) => limit(facts, count, anonymousPerMinute) };
}

async function limit(facts: Facts, count: Count, anonymousPerMinute: number): Promise<Facts> {
  const key = needed(facts.key, 'key');
  const who = key === null ? `address ${limitedAddress(facts.request.address)}` : `organization ${key.organization}`;
  const perMinute = key?.requestsPerMinute ?? anonymousPerMinute;
  const { quota, isBeyond } = await count(who, perMinute);
  if (!isBeyond) return { ...facts, quota };
  const whose = key === null ? 'Without a key, your network may send' : 'The key allows';
  throw new ProblemError('rate-limited', {
    detail: `${whose} ${quota.limit} requests a minute. Wait ${quota.resetSeconds} seconds.`,
    headers: { ...quotaHeaders(quota), 'retry-after': String(quota.resetSeconds) },
  });
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
export function quotaHeaders(quota: Quota): Record<string, string> {
  return {
    ratelimit: `"default";r=${quota.remaining};t=${quota.resetSeconds}`,
    'ratelimit-policy': `"default";q=${quota.limit};w=${quota.windowSeconds}`,
  };
}
