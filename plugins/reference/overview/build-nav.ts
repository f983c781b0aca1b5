import type { Contract, Operation } from '../../../contract/model.ts';
import { operationTitle } from '../operation/operation-title.ts';
import type { NavItem, NavOutline, ReferenceNav } from '../../../contract/reference-page.ts';

/**
 * One API version's way around: an operation stands under its first tag, tags in the order of the description. `title` is what the
 * portal calls the API.
 */
export function buildNav(contract: Contract, title: string): ReferenceNav {
  const items = new Map<string, NavItem[]>();
  for (const operation of [...contract.operations, ...contract.webhooks]) {
    const tag = firstTag(operation);
    items.set(tag, [...(items.get(tag) ?? []), navItem(operation)]);
  }
  return {
    api: contract.api,
    version: contract.version,
    title,
    groups: contract.tags.flatMap(({ name, slug }) => {
      const found = items.get(name);
      return found ? [{ name, slug, items: found }] : [];
    }),
  };
}

/** What the sidebar needs before it is opened any further. */
export function outlineOf({ groups, ...nav }: ReferenceNav): NavOutline {
  return { ...nav, groups: groups.map(({ name, slug, items }) => ({ name, slug, count: items.length })) };
}

export function firstTag(operation: Operation): string {
  return operation.tags[0] ?? 'Other';
}

function navItem(operation: Operation): NavItem {
  const { slug, method, path, deprecated, kind } = operation;
  return { title: operationTitle(operation), slug, method: kind === 'webhook' ? 'webhook' : method, path, deprecated };
}
