import type { Contract } from '../../../contract/model.ts';

/** Where a relative link of a description leads in this portal; undefined where it leads nowhere, and its words are shown as text. */
export type ResolveLink = (href: string) => string | undefined;

/** What the portal around a contract has, as far as links of prose lead there. */
export interface LinkTargets {
  readonly contract: Pick<Contract, 'api' | 'version' | 'operations' | 'webhooks' | 'tags'>;
  readonly all: readonly Pick<Contract, 'api' | 'version'>[];
  /** Whether the portal has guides, below `/docs`. */
  readonly hasGuides: boolean;
}

/** `#operation/listPets` and `#tag/Pets/operation/listPets` are Redoc's addresses, `#/Pets/listPets` and `#/operations/listPets` those of Swagger UI and Elements. */
const OPERATION = /^#(?:\/?operations?\/|tag\/.*\/operation\/|\/[^/]+\/)(?<id>[^/]+)$/;
const TAG = /^#\/?tag\/(?<name>[^/]+)/;

/**
 * Descriptions are written for whatever showed them before. Links to an operation or a tag, as other renderers address them, lead to its page
 * here; relative links (OpenAPI 3.1.1 §4.8.1.1: they resolve "in their rendered context") are kept where this site has such pages.
 */
export function proseLinks({ contract, all, hasGuides }: LinkTargets): ResolveLink {
  const place = `/reference/${contract.api}/${contract.version}`;
  const operations = new Map([...contract.webhooks, ...contract.operations].map(({ id, slug }) => [id, slug]));
  const tags = new Map(
    contract.tags.flatMap(({ name, slug }) => [[name, slug] as const, [dashed(name), slug] as const]),
  );
  const places = new Set(all.map(({ api, version }) => `/reference/${api}/${version}`));
  const isOurs = (href: string) =>
    href === '/' ||
    (hasGuides && /^\/docs(?:[/?#]|$)/.test(href)) ||
    places.has(/^(?:\/[^/?#]*){3}/.exec(href)?.[0] ?? '');
  return (href) => {
    const operation = operations.get(decode(OPERATION.exec(href)?.groups?.id));
    if (operation !== undefined) return `${place}/${operation}`;
    const tag = tags.get(decode(TAG.exec(href)?.groups?.name));
    if (tag !== undefined) return `${place}/tags/${tag}`;
    return isOurs(href) ? href : undefined;
  };
}

/** Redoc writes `Credit Memos` as `Credit-Memos`. */
const dashed = (name: string) => name.replace(/\s+/g, '-');

function decode(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
