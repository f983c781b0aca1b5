/** How long something took, over many: each in seconds. */
export interface Distribution {
  readonly count: number;
  /** Null where there is nothing to tell it of. */
  readonly medianSeconds: number | null;
  readonly p75Seconds: number | null;
  readonly p90Seconds: number | null;
  readonly buckets: readonly Bucket[];
}

export interface Bucket {
  /** Those that took at most so long, and longer than the bucket before; null: any longer. */
  readonly upToSeconds: number | null;
  readonly count: number;
}

const [minute, hour, day] = [60, 3600, 86_400];
/** To a first call: minutes to weeks. */
export const callEdges: readonly number[] = [5 * minute, 30 * minute, 2 * hour, day, 3 * day, 7 * day, 30 * day];
/** To a launch: days to months. */
export const launchEdges: readonly number[] = [day, 3 * day, 7 * day, 14 * day, 30 * day, 60 * day, 120 * day];

/** Quantiles are those that really occurred (nearest rank); a time before its beginning counts as none. */
export function distributionOf(seconds: readonly number[], edges: readonly number[]): Distribution {
  const sorted = Float64Array.from(seconds, (one) => Math.max(0, one)).sort();
  const quantile = (part: number): number | null => sorted[Math.ceil(part * sorted.length) - 1] ?? null;
  const bounds = [...edges, null];
  const counts = new Map<number | null, number>(bounds.map((edge) => [edge, 0]));
  for (const one of sorted) {
    const edge = edges.find((bound) => one <= bound) ?? null;
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return {
    count: sorted.length,
    ...{ medianSeconds: quantile(0.5), p75Seconds: quantile(0.75), p90Seconds: quantile(0.9) },
    buckets: bounds.map((edge) => ({ upToSeconds: edge, count: counts.get(edge) ?? 0 })),
  };
}
