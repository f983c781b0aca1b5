import type { Contract, Operation } from '../../../contract/model.ts';
import type { OperationUse, PageLink, SchemaUses } from '../../../contract/reference-page.ts';
import { operationTitle } from '../operation/operation-title.ts';
import { componentSlugs } from '../../../contract/read/component-slugs.ts';
import { usageGraph, type UsageGraph } from './usage-graph.ts';

const MOST_DIRECT = 40;
const MOST_INDIRECT = 20;
const MOST_SCHEMAS = 60;
/** Components looked at on the way to operations: the bound that keeps a contract's pages linear in its size. */
const MOST_STEPS = 400;

/** Who uses a component: operations that refer to it themselves, those that do through other components, and components. */
export function schemaUses(contract: Contract, name: string): SchemaUses {
  const graph = usageGraph(contract);
  const direct = graph.operations.get(name) ?? [];
  const users = graph.components.get(name) ?? [];
  const { uses: indirect, isCut } = throughOthers(contract, name, graph);
  const slugs = componentSlugs(contract);
  return {
    operations: [
      ...direct.slice(0, MOST_DIRECT).map(({ operation, where }) => ({ ...linkTo(contract, operation), where })),
      ...indirect,
    ],
    ...(direct.length > MOST_DIRECT && { directCount: direct.length }),
    ...(isCut && { hasMoreIndirect: true }),
    schemas: users.slice(0, MOST_SCHEMAS).map((user) => ({
      title: user,
      href: `/reference/${contract.api}/${contract.version}/schemas/${slugs.get(user) ?? user}`,
    })),
    ...(users.length > MOST_SCHEMAS && { schemaCount: users.length }),
  };
}

/** The nearest components first. */
function throughOthers(
  contract: Contract,
  name: string,
  { operations, components }: UsageGraph,
): { uses: OperationUse[]; isCut: boolean } {
  const known = new Set((operations.get(name) ?? []).map(({ operation }) => operation));
  const seen = new Set([name]);
  const uses: OperationUse[] = [];
  // A set is walked in the order in which it grows.
  for (const component of seen) {
    for (const { operation, where } of component === name ? [] : (operations.get(component) ?? [])) {
      if (known.has(operation)) continue;
      if (uses.length === MOST_INDIRECT) return { uses, isCut: true };
      known.add(operation);
      uses.push({ ...linkTo(contract, operation), where, through: component });
    }
    for (const user of components.get(component) ?? []) {
      if (seen.size > MOST_STEPS) return { uses, isCut: true };
      seen.add(user);
    }
  }
  return { uses, isCut: false };
}

function linkTo({ api, version }: Contract, operation: Operation): PageLink {
  const method = operation.kind === 'webhook' ? 'webhook' : operation.method;
  return { title: operationTitle(operation), href: `/reference/${api}/${version}/${operation.slug}`, method };
}
