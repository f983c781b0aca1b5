export type Fetched<Value> =
  { readonly kind: 'ready'; readonly value: Value } | { readonly kind: 'missing' } | { readonly kind: 'failed' };

/** Reads a JSON file of the site. What is not there and what went wrong are results; nothing is thrown. */
export async function fetchJson<Value>(href: string): Promise<Fetched<Value>> {
  try {
    const response = await fetch(href);
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    if (response.ok && isJson) return { kind: 'ready', value: (await response.json()) as Value };
    // A body that nobody reads keeps its connection.
    await response.body?.cancel();
    // A host that answers every unknown address with a page of HTML means "not there" by it.
    return { kind: response.ok || response.status === 404 ? 'missing' : 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}
