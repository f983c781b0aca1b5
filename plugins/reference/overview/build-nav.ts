import type { Contract, Operation } from '../../../contract/model.ts';
import { operationTitle } from '../operation/operation-title.ts';
import type { NavItem, NavOutline, ReferenceNav } from '../../../contract/reference-page.ts';

/** More sections than this are fetched when they are asked for, so that a page's HTML does not grow with the API. */
const MOST_SECTIONS = 60;

/**
 * One API version's way around: an operation stands under its first tag; tags by themselves come first, then those under headings, both
 * in the order of the description. `title` is what the portal calls the API.
 */
export function buildNav(contract: Contract, title: string): ReferenceNav {
  const items = new Map<string, NavItem[]>();
  for (const operation of [...contract.operations, ...contract.webhooks]) {
    const tag = firstTag(operation);
    const found = items.get(tag);
    if (found) found.push(navItem(operation));
    else items.set(tag, [navItem(operation)]);
  }
  const schemas = Object.keys(contract.schemas).length;
  const slugs = new Map(contract.tags.map(({ name, slug }) => [name, slug]));
  return {
    api: contract.api,
    version: contract.version,
    title,
    ...(schemas > 0 && { schemas }),
    groups: placedTags(contract).flatMap(({ name, under }) => {
      const found = items.get(name);
      const slug = slugs.get(name);
      return found && slug !== undefined ? [{ name, slug, items: found, ...(under !== undefined && { under }) }] : [];
    }),
  };
}

/**
 * What the sidebar needs before it is opened any further: the sections, around the one with this slug where there are many. What is left
 * out is counted.
 */
export function outlineOf({ groups, ...nav }: ReferenceNav, open?: string): NavOutline {
  const at = Math.max(
    0,
    groups.findIndex(({ slug }) => slug === open),
  );
  const first = Math.max(0, Math.min(at - MOST_SECTIONS / 2, groups.length - MOST_SECTIONS));
  const sections = groups
    .slice(first, first + MOST_SECTIONS)
    .map(({ items, ...group }) => ({ ...group, count: items.length }));
  const hidden = groups.length - sections.length;
  return { ...nav, groups: sections, ...(hidden > 0 && { hidden }) };
}

function placedTags({ tags, tagGroups }: Contract): { name: string; under?: string }[] {
  const grouped = tagGroups.flatMap(({ name: under, tags: own }) => own.map((name) => ({ name, under })));
  const names = new Set(grouped.map(({ name }) => name));
  return [...tags.filter(({ name }) => !names.has(name)).map(({ name }) => ({ name })), ...grouped];
}

export function firstTag(operation: Operation): string {
  return operation.tags[0] ?? 'Other';
}

function navItem(operation: Operation): NavItem {
  const { slug, method, path, deprecated, kind } = operation;
  return { title: operationTitle(operation), slug, method: kind === 'webhook' ? 'webhook' : method, path, deprecated };
}
