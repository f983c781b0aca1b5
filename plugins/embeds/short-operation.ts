import type { Contract, Operation } from '../../contract/model.ts';
import type { OperationPage } from '../../contract/reference-page.ts';
import { buildOperationPage } from '../reference/operation/build-operation-page.ts';
import { pageTools, type PageTools } from '../reference/page-tools.ts';
import { shortPage } from './short-page.ts';

const tools = new WeakMap<Contract, PageTools>();

/** An operation as a guide's page brings it along. `given`: the parameters that the guide fills in, as `query:limit`. */
export function shortOperation(contract: Contract, operation: Operation, given: ReadonlySet<string>): OperationPage {
  const [name = ''] = operation.tags;
  const tag = { name, slug: contract.tags.find((one) => one.name === name)?.slug ?? '' };
  const place = { tag, previous: undefined, next: undefined, otherVersions: [] };
  return shortPage(buildOperationPage(operation, place, toolsOf(contract)), given);
}

function toolsOf(contract: Contract): PageTools {
  let known = tools.get(contract);
  // Descriptions are not shown in guides.
  if (!known) tools.set(contract, (known = pageTools(contract, [contract], () => '')));
  return known;
}
