/**
 * What the last answer from an address took on the wire, without its head (Resource Timing §4.3). The browser writes it down a
 * moment after the last byte, or not at all where its list is full: then undefined.
 */
export async function wireBytes(url: string): Promise<number | undefined> {
  if (typeof performance.getEntriesByName !== 'function' || typeof location === 'undefined') return undefined;
  const name = new URL(url, location.href).href;
  await new Promise((resolve) => setTimeout(resolve, 0));
  const entry = performance.getEntriesByName(name, 'resource').at(-1) as PerformanceResourceTiming | undefined;
  return entry && entry.encodedBodySize > 0 ? entry.encodedBodySize : undefined;
}
