import type { Contract, Operation } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import type { ExchangeFinding } from '../traffic/index.ts';
import { isDeepMember } from './deep-object.ts';
import type { QueryPair } from './query-string.ts';

/**
 * Query parameters that the operation does not declare. They are let through, because a client may be newer than the
 * contract, and noted, because more often they are mistyped.
 */
export function unknownQuery(
  contract: Contract,
  operation: Operation,
  query: readonly QueryPair[],
  keyNames: ReadonlySet<string>,
): readonly ExchangeFinding[] {
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query');
  if (operation.parameters.some((parameter) => parameter.in === 'querystring')) return [];
  const isDeclared = (name: string) =>
    keyNames.has(name) ||
    declared.some((parameter) => {
      if (parameter.name === name || isDeepMember(parameter.name, name)) return true;
      const isSpread = parameter.style === 'form' && parameter.explode;
      return isSpread && shapeOf(contract, parameter.schema).properties.has(name);
    });
  const names = new Set(query.map((pair) => pair.name).filter((name) => !isDeclared(name)));
  return [...names].map((name) => ({
    in: 'query',
    at: name.slice(0, 200),
    message: `${operation.id} has no parameter of this name`,
  }));
}
