export type Fetched<Value> =
  { readonly kind: 'ready'; readonly value: Value } | { readonly kind: 'missing' } | { readonly kind: 'failed' };

/** Reads a JSON file of the site. What is not there and what went wrong are results; nothing is thrown. */
export async function fetchJson<Value>(href: string): Promise<Fetched<Value>> {
  try {
    const response = await fetch(href);
    if (response.status === 404) return { kind: 'missing' };
    if (!response.ok) return { kind: 'failed' };
    // A host that answers every unknown address with a page of HTML means "not there" by it.
    if (!response.headers.get('content-type')?.includes('json')) return { kind: 'missing' };
    return { kind: 'ready', value: (await response.json()) as Value };
  } catch {
    return { kind: 'failed' };
  }
}
