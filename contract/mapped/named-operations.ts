import type { Operation } from '../model.ts';
import type { ConfigProblem } from '../read/portal/shape.ts';
import { suggest } from '../read/portal/suggest.ts';
import type { MappingPlace, OperationPlace } from './reading.ts';

/** Each operation with its mapping; and what is missing, unknown or named twice: what live does not have has to be said. */
export function namedOperations<Config>(
  {
    operations,
    without = [],
  }: { readonly operations: Readonly<Record<string, Config>>; readonly without?: readonly string[] },
  place: MappingPlace,
): { readonly mapped: readonly (readonly [Config, OperationPlace])[]; readonly problems: readonly ConfigProblem[] } {
  const { contract, path } = place;
  const ids = contract.operations.map(({ id }) => id);
  const unknown = (id: string, at: ConfigProblem['path']): ConfigProblem[] => {
    if (ids.includes(id)) return [];
    const near = suggest(id, ids);
    const remedy = near ? `Did you mean "${near}"?` : `It has ${ids.slice(0, 10).join(', ')}.`;
    return [{ path: at, sentence: `${contract.api} ${contract.version} has no operation "${id}". ${remedy}` }];
  };
  const problems = [
    ...Object.keys(operations).flatMap((id) => unknown(id, [...path, 'operations', id])),
    ...without.flatMap((id, index) => unknown(id, [...path, 'without', index])),
    ...without.flatMap((id, index): ConfigProblem[] =>
      Object.hasOwn(operations, id)
        ? [{ path: [...path, 'without', index], sentence: `"${id}" has a mapping, too. Leave one of them out.` }]
        : [],
    ),
  ];
  const mapped = contract.operations.flatMap((operation: Operation) => {
    const config = Object.hasOwn(operations, operation.id) ? operations[operation.id] : undefined;
    if (config) return [[config, { ...place, operation, path: [...path, 'operations', operation.id] }] as const];
    if (!without.includes(operation.id)) {
      const sentence = `${operation.id} has no mapping. Add one under "operations", or name it under "without".`;
      problems.push({ path, sentence });
    }
    return [];
  });
  return { mapped, problems };
}

/** A body that is not JSON and no form cannot be taken apart. */
export function unreadableBody({ operation, path }: OperationPlace, isReadable: boolean): readonly ConfigProblem[] {
  if (operation.requestBody === undefined || isReadable) return [];
  const types = operation.requestBody.content.map(({ type }) => type).join(' or ');
  const sentence = `the body of ${operation.id} is ${types}, and only JSON and forms can be taken apart. Name the operation under "without".`;
  return [{ path, sentence }];
}
