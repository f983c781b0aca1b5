import type { Contract, ExternalDocs } from '../../../contract/model.ts';
import type { ApiOverview, PageLink, ReferenceNav } from '../../../contract/reference-page.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';
import { buildSecurity } from '../operation/build-security.ts';
import { buildExternalDocs } from '../operation/build-external-docs.ts';
import { isWebAddress } from '../operation/web-address.ts';
import { buildServer } from '../operation/build-server.ts';
import { buildFlows } from './build-flows.ts';
import { outlineOf } from './build-nav.ts';
import { otherVersions } from './other-versions.ts';

/** More operations than this are not listed on the overview but on the pages of their tags. */
const MOST_LISTED = 120;

export interface OverviewTools {
  readonly contract: Contract;
  readonly all: readonly Contract[];
  readonly render: RenderMarkdown;
}

export function buildOverview(nav: ReferenceNav, download: ApiOverview['download'], tools: OverviewTools): ApiOverview {
  const { contract, render } = tools;
  const { info } = contract;
  const descriptionHtml = render(info.description ?? info.summary, 1);
  const isSmall = nav.groups.reduce((sum, { items }) => sum + items.length, 0) <= MOST_LISTED;
  const contact = contactLink(info);
  const license = info.license && {
    title: info.license.name,
    href: info.license.url ?? spdxPage(info.license.identifier),
  };
  const externalDocs = buildExternalDocs(rootExternalDocs(contract));
  return {
    outline: outlineOf(nav),
    release: info.version,
    excerpt: excerptOf(descriptionHtml),
    descriptionHtml,
    servers: contract.servers.map((server) => buildServer(server, render)),
    security: Object.entries(contract.securitySchemes).flatMap(([name, scheme]) =>
      buildSecurity({ [name]: [] }, tools).map((view) => ({ ...view, ...buildFlows(scheme) })),
    ),
    ...(externalDocs && { externalDocs }),
    ...(contact && { contact }),
    ...(license?.href && isWebAddress(license.href) && { license: { title: license.title, href: license.href } }),
    ...(info.termsOfService &&
      isWebAddress(info.termsOfService) && {
        terms: { title: 'Terms of service', href: info.termsOfService },
      }),
    download,
    groups: nav.groups.map((group) => {
      const tag = contract.tags.find(({ slug }) => slug === group.slug);
      const excerpt = excerptOf(render(tag?.description ?? tag?.summary, 2));
      return { ...group, count: group.items.length, excerpt, items: isSmall ? group.items : [] };
    }),
    otherVersions: otherVersions(contract, tools.all),
  };
}

/** The description's own (OpenAPI 3.1 §4.8.1). */
function rootExternalDocs({ document }: Contract): ExternalDocs | undefined {
  const { url, description } = (document.externalDocs ?? {}) as Partial<Record<string, unknown>>;
  if (typeof url !== 'string') return undefined;
  return { url, ...(typeof description === 'string' && { description }) };
}

function contactLink({ contact }: Contract['info']): PageLink | undefined {
  if (!contact) return undefined;
  const href = contact.url && isWebAddress(contact.url) ? contact.url : contact.email && `mailto:${contact.email}`;
  return href ? { title: contact.name ?? contact.email ?? href, href } : undefined;
}

const spdxPage = (identifier: string | undefined) =>
  identifier && /^[\w.+-]+$/.test(identifier) ? `https://spdx.org/licenses/${identifier}.html` : undefined;
