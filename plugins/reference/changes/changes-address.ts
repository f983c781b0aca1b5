import type { OperationChange } from '../../../contract/changes/index.ts';
import type { Contract, Operation } from '../../../contract/model.ts';
import type { PageLink } from '../../../contract/reference-page.ts';
import { operationTitle } from '../operation/operation-title.ts';

export const changesPath = (from: Contract) => `changes/${from.version}`;

export function changesHref(contract: Contract, from: Contract): string {
  return `/reference/${contract.api}/${contract.version}/${changesPath(from)}`;
}

/** Where an operation stands in the page: by its slug in the newer version; what was removed has none there. */
export function anchorOf({ before, after }: OperationChange): string {
  return after?.slug ?? `removed-${before?.slug ?? ''}`;
}

export function operationLink({ api, version }: Contract, operation: Operation): PageLink {
  const { slug, method, kind } = operation;
  return {
    title: operationTitle(operation),
    href: `/reference/${api}/${version}/${slug}`,
    method: kind === 'webhook' ? 'webhook' : method,
  };
}
