import type { Contract, Operation, Response, Schema } from '../model.ts';
import { suggest } from '../read/portal/suggest.ts';
import { shapeOf } from '../schema-shape.ts';
import type { OperationRules } from './rules.ts';
import type { Saying } from './saying.ts';

/** Tells what the contract does not have: members of the item, statuses of the operation. */
export function checkOperationRules(
  contract: Contract,
  operation: Operation,
  { requires, sets }: OperationRules,
  said: Saying,
): void {
  const members = membersNear(contract, operation);
  const check = (name: string, below: readonly (string | number)[]) => {
    const first = name.split('.')[0] ?? '';
    if (members.size === 0 || members.has(first)) return;
    said.wrong(below, `names "${first}", which the item does not have. ${remedy(first, members)}`);
  };
  requires.forEach(({ that, status, example }, index) => {
    if (that.kind === 'member' && !that.member.startsWith('$')) check(that.member, ['requires', index, 'member']);
    const response = responseFor(operation, status);
    const examples = (response?.content ?? []).flatMap((media) => media.examples.map(({ name }) => name));
    if (example !== undefined && !examples.includes(example)) {
      const among = examples.length === 0 ? 'It shows none.' : remedy(example, examples);
      said.wrong(['requires', index, 'example'], `is no example of the response ${status}. ${among}`);
    }
    if (response === undefined) {
      said.wrong(
        ['requires', index],
        `answers ${status}, which "${operation.id}" does not declare. Declare the response, or name another "status".`,
      );
    }
  });
  for (const name of Object.keys(sets)) check(name, ['sets', name]);
}

function responseFor({ responses }: Operation, status: number): Response | undefined {
  const fitting = [String(status), `${Math.floor(status / 100)}XX`, 'DEFAULT'];
  return fitting.flatMap((one) => responses.find((response) => response.status.toUpperCase() === one) ?? [])[0];
}

/** Those of what the operation answers with, and of what can be read at its path or at the one above. */
function membersNear(contract: Contract, operation: Operation): ReadonlySet<string> {
  const above = operation.path.split('/').slice(0, -1).join('/');
  const near = contract.operations.filter(
    ({ method, path }) => method === 'get' && (path === operation.path || path === above),
  );
  const schemas = [operation, ...near].flatMap(successSchemas);
  return new Set(schemas.flatMap((schema) => [...shapeOf(contract, schema).properties.keys()]));
}

function successSchemas({ responses }: Operation): readonly (Schema | undefined)[] {
  return responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.filter(({ type }) => /[/+]json\b/i.test(type)).map(({ schema }) => schema));
}

export function remedy(name: string, members: Iterable<string>): string {
  const near = suggest(name, members);
  if (near) return `Did you mean "${near}"?`;
  return `It has ${[...members].slice(0, 8).join(', ')}.`;
}
