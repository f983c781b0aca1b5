/** No answer is held back longer: beyond it, proxies on the way give up, and a test only takes longer. */
export const longestDelayMs = 30_000;

export type DelayReading = { readonly kind: 'read'; readonly ms: number } | { readonly kind: 'unreadable' };

/** `1500`, `1500ms` or `1.5s`. It may be longer than the longest delay. */
export function readDelay(text: string): DelayReading {
  const found = /^(\d{1,9}(?:\.\d{1,3})?)\s*(ms|s)?$/i.exec(text.trim());
  if (found === null) return { kind: 'unreadable' };
  const factor = found[2]?.toLowerCase() === 's' ? 1000 : 1;
  return { kind: 'read', ms: Math.round(Number(found[1]) * factor) };
}
