/** What the JSON of a page, or of a part of a schema, leads to: links, schema pages, and parts that are fetched later. */
export function dataFacts(text: string, file: string): { links: string[]; faults: string[] } {
  const [, place] = /^(reference\/[^/]+\/[^/]+)\//.exec(file) ?? [];
  const links = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(visit);
    const { href, more, slug } = value as Record<string, unknown>;
    if (typeof href === 'string') links.add(href);
    if (typeof more === 'string') links.add(`/${place}/parts/${encodeURIComponent(more)}.json`);
    if (typeof slug === 'string' && isSchema(value)) links.add(`/${place}/schemas/${slug}`);
    Object.values(value).forEach(visit);
  };
  try {
    visit(JSON.parse(text));
    return { links: [...links], faults: [] };
  } catch (error) {
    return { links: [], faults: [`it is no JSON: ${(error as Error).message}`] };
  }
}

/** A view of a schema that has a name; a security scheme has a type and a name, too. */
const isSchema = (value: object) => 'type' in value && 'name' in value && !('scheme' in value || 'scopes' in value);
