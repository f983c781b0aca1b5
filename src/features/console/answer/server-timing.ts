/** How long each part of the way took, from the `Server-Timing` header. Null where it does not say. */
export interface TimeSplit {
  readonly gatewayMilliseconds: number | null;
  readonly upstreamMilliseconds: number | null;
}

/** Reads `gateway;dur=1.2, upstream;dur=8;desc="sandbox"` (https://www.w3.org/TR/server-timing/). */
export function readServerTiming(header: string | null): TimeSplit {
  return { gatewayMilliseconds: durationOf(header, 'gateway'), upstreamMilliseconds: durationOf(header, 'upstream') };
}

function durationOf(header: string | null, name: string): number | null {
  for (const metric of (header ?? '').split(',')) {
    const [label, ...parameters] = metric.split(';').map((part) => part.trim());
    if (label?.toLowerCase() !== name) continue;
    const duration = parameters.map((part) => /^dur\s*=\s*"?([\d.]+)"?$/i.exec(part)?.[1]).find((found) => found);
    if (duration !== undefined && Number.isFinite(Number(duration))) return Number(duration);
  }
  return null;
}
