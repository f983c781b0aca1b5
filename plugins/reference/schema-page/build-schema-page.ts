import type { PageLink, SchemaPage, VersionLink } from '../../../contract/reference-page.ts';
import { escapeKey } from '../../../contract/read/index.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { exampleViews } from '../operation/example-views.ts';
import type { PageTools } from '../page-tools.ts';
import { componentSlugs } from '../../../contract/read/component-slugs.ts';
import { schemaUses } from './schema-uses.ts';

/** Where a component stands among the others. */
export interface SchemaPlace {
  readonly previous: PageLink | undefined;
  readonly next: PageLink | undefined;
}

/** The page data of one component. */
export function buildSchemaPage(name: string, place: SchemaPlace, tools: PageTools): SchemaPage {
  const { contract, views, sample } = tools;
  const { api, version } = contract;
  const described = contract.schemas[name] ?? true;
  const schema = { ...views.view(described, 'both', name), name };
  // By its name, as answers refer to it: what was drawn for one of them is taken again.
  const use = { $ref: `#/components/schemas/${escapeKey(name)}` };
  const [example] = exampleViews({ type: 'application/json', schema: use, examples: [] }, 'answer', sample);
  const excerpt = excerptOf(schema.descriptionHtml ?? '');
  return {
    kind: 'schema',
    api,
    version,
    slug: componentSlugs(contract).get(name) ?? name,
    name,
    title: name,
    excerpt: excerpt === '' ? `${name}: ${schema.type}.` : excerpt,
    schema,
    ...(example && { example: example.text }),
    ...(example?.length !== undefined && { exampleLength: example.length }),
    usedBy: schemaUses(contract, name),
    otherVersions: otherVersionsOf(name, tools),
    ...(place.previous && { previous: place.previous }),
    ...(place.next && { next: place.next }),
  };
}

/** The component of the same name, else the version's overview. */
function otherVersionsOf(name: string, { contract, all }: PageTools): VersionLink[] {
  return all
    .filter(({ api, version }) => api === contract.api && version !== contract.version)
    .map((other) => {
      const base = `/reference/${other.api}/${other.version}`;
      const slug = componentSlugs(other).get(name);
      return {
        version: other.version,
        href: slug === undefined ? base : `${base}/schemas/${slug}`,
        same: slug !== undefined,
      };
    });
}
