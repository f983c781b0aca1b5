/** How many requests a bucket lets through: it holds `quota`, and gets one more each `microsecondsPerRequest`. */
export interface Policy {
  /** As `RateLimit-Policy` names it. */
  readonly name: string;
  /** How many may come at once, when none came before. */
  readonly quota: number;
  /** In how many seconds an empty bucket is full again, rounded up. */
  readonly windowSeconds: number;
  /** Whole, rounded up: sums of it are exact, and the rate is never above what was asked for. */
  readonly microsecondsPerRequest: number;
}

/** A bucket that holds what comes in `burstSeconds`, but at least one request. */
export function policyOf(name: string, requestsPerMinute: number, burstSeconds: number): Policy {
  const quota = Math.max(1, Math.floor((requestsPerMinute * burstSeconds) / 60));
  const microsecondsPerRequest = Math.ceil(60_000_000 / requestsPerMinute);
  return { name, quota, windowSeconds: Math.ceil((quota * 60) / requestsPerMinute), microsecondsPerRequest };
}
