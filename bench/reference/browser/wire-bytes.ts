import type { CDPSession } from '@playwright/test';

/** Counts what comes over the wire, compressed and with its headers, by Chromium's own kinds (`Script`, `Document`, …). */
export function countWireBytes(devtools: CDPSession): { of(kind: string): number; all(): number } {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  return {
    of: (kind) => bytes.get(kind) ?? 0,
    all: () => [...bytes.values()].reduce((sum, each) => sum + each, 0),
  };
}
