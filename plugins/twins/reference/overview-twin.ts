import type { ApiOverview, NavGroup, NavItem, TagPage } from '../../../contract/reference-page.ts';
import { code, link, plainText } from '../markdown/inline.ts';
import { deprecatedVersionNote } from './deprecated-version.ts';
import { serverItems, versionsLine } from './page-parts.ts';
import { schemeSections } from './security-words.ts';
import { joinBlocks, prose, type TwinTools } from './twin-tools.ts';

/** Of an API with more operations than this, the overview lists the tags only. */
const MOST_LISTED = 300;

export interface OverviewTwinInput {
  readonly overview: ApiOverview;
  /** With all items, which a large API's overview leaves out. */
  readonly groups: readonly NavGroup[];
  readonly deprecated?: {
    readonly since: string;
    readonly sunset?: string;
    readonly replacedBy?: string;
    readonly guide?: string;
  };
}

/** The Markdown twin of an API version's first page. */
export function overviewTwin({ overview, groups, deprecated }: OverviewTwinInput, tools: TwinTools): string {
  const { release, descriptionHtml, servers, security, download, otherVersions, contact, license, terms } = overview;
  const place = `/reference/${tools.api}/${tools.version}`;
  const isListed = groups.reduce((sum, { items }) => sum + items.length, 0) <= MOST_LISTED;
  const excerpts = new Map(overview.groups.map(({ slug, excerpt }) => [slug, excerpt]));
  return joinBlocks([
    `# ${plainText(tools.title)} ${plainText(tools.version)}`,
    deprecated && deprecatedVersionNote(deprecated, tools),
    `Release ${code(release)}. Its OpenAPI description: ${link(download.fileName, download.href)}.`,
    `The portal's gateway, which checks each request against the description: ${code(tools.gateway)}.`,
    prose(descriptionHtml, 1, tools),
    ...(servers.length > 0 ? ['## Servers', serverItems(servers, tools)] : []),
    ...(security.length > 0 ? ['## Authentication', ...schemeSections(security, tools)] : []),
    '## Operations',
    ...(isListed
      ? groups.flatMap(({ name, slug, items }) => [
          `### ${link(name, `${place}/tags/${slug}.md`)}`,
          plainText(excerpts.get(slug) ?? ''),
          items.map((one) => operationItem(one, place)).join('\n'),
        ])
      : [
          groups
            .map(({ name, slug, items }) => `- ${link(name, `${place}/tags/${slug}.md`)}: ${items.length}`)
            .join('\n'),
        ]),
    [contact, license, terms].flatMap((one) => (one ? [link(one.title, one.href)] : [])).join(' · '),
    versionsLine(otherVersions),
  ]);
}

/** The Markdown twin of a tag's page. */
export function tagTwin({ title, descriptionHtml, operations, otherVersions }: TagPage, tools: TwinTools): string {
  const place = `/reference/${tools.api}/${tools.version}`;
  return joinBlocks([
    `# ${plainText(title)}`,
    link(`${tools.title} ${tools.version}`, `${place}.md`),
    prose(descriptionHtml, 1, tools),
    '## Operations',
    operations.map((one) => operationItem(one, place)).join('\n'),
    versionsLine(otherVersions),
  ]);
}

function operationItem({ title, slug, method, path, deprecated }: NavItem, place: string): string {
  const words = method === 'webhook' ? `webhook ${code(path)}` : code(`${method.toUpperCase()} ${path}`);
  return `- ${link(title, `${place}/${slug}.md`)}: ${words}${deprecated ? ', deprecated' : ''}`;
}
