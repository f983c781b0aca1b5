import type { ExchangeTrace } from '../traffic/index.ts';

/**
 * Whether an exchange is exported: what the client decided for its trace holds; of traces that begin here, the share of `ratio`, by the last
 * 56 bits of the trace id, so that every program which goes by that rule keeps the same ones (https://www.w3.org/TR/trace-context-2/#random-trace-id-flag).
 */
export function isExported(
  traceId: string | null,
  { parentSpanId, isSampled }: Pick<ExchangeTrace, 'parentSpanId' | 'isSampled'>,
  ratio: number,
): boolean {
  if (traceId === null || !isSampled) return false;
  if (parentSpanId !== null || ratio >= 1) return true;
  return Number.parseInt(traceId.slice(-14), 16) / 2 ** 56 < ratio;
}
