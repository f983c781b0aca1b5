import type { Contract, Operation } from '../../../contract/model.ts';
import type { PageLink } from '../../../contract/reference-page.ts';
import { operationTitle } from './operation-title.ts';

const known = new WeakMap<Contract, ReadonlyMap<string, Operation>>();

/** The page of an operation or webhook by its id; undefined where there is none. */
export function operationLink(contract: Contract, id: string): PageLink | undefined {
  let byId = known.get(contract);
  if (!byId) {
    byId = new Map([...contract.webhooks, ...contract.operations].map((operation) => [operation.id, operation]));
    known.set(contract, byId);
  }
  const operation = byId.get(id);
  if (!operation) return undefined;
  const href = `/reference/${contract.api}/${contract.version}/${operation.slug}`;
  return {
    title: operationTitle(operation),
    href,
    method: operation.kind === 'webhook' ? 'webhook' : operation.method,
  };
}
