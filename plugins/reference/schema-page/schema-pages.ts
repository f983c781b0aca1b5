import type { PageLink, ReferenceNav, SchemaListPage } from '../../../contract/reference-page.ts';
import type { PageTools } from '../page-tools.ts';
import type { PlannedPage } from '../planned-page.ts';
import { componentSlugs } from '../../../contract/read/component-slugs.ts';
import { buildSchemaPage } from './build-schema-page.ts';
import { schemaUses } from './schema-uses.ts';

/** The pages of a contract's components, and the list of them, by name. A contract without components has none. */
export function* schemaPages(nav: ReferenceNav, tools: PageTools): Generator<PlannedPage> {
  const slugs = [...componentSlugs(tools.contract)].sort(([a], [b]) => byName.compare(a, b));
  if (slugs.length === 0) return;
  yield { path: 'schemas', make: () => listPage(nav, slugs, tools) };
  const link = (at: number): PageLink | undefined => {
    const [name, slug] = slugs[at] ?? [];
    return name === undefined
      ? undefined
      : { title: name, href: `/reference/${nav.api}/${nav.version}/schemas/${slug}` };
  };
  for (const [at, [name, slug]] of slugs.entries()) {
    const place = { previous: link(at - 1), next: link(at + 1) };
    yield {
      path: `schemas/${slug}`,
      make: () => buildSchemaPage(name, place, tools),
      madeFrom: () => [name, tools.contract.schemas[name], schemaUses(tools.contract, name), place],
    };
  }
}

const byName = new Intl.Collator('en', { numeric: true });

function listPage(
  { api, version, title }: ReferenceNav,
  slugs: readonly (readonly [string, string])[],
  { contract, all }: PageTools,
): SchemaListPage {
  return {
    kind: 'schemas',
    api,
    version,
    slug: 'schemas',
    title: 'Schemas',
    excerpt: `The ${slugs.length} schemas of ${title} ${version}.`,
    schemas: slugs.map(([name, slug]) => ({ name, ...(slug !== name && { slug }) })),
    otherVersions: all
      .filter((other) => other.api === api && other !== contract)
      .map((other) => {
        const base = `/reference/${other.api}/${other.version}`;
        const same = Object.keys(other.schemas).length > 0;
        return { version: other.version, href: same ? `${base}/schemas` : base, same };
      }),
  };
}
