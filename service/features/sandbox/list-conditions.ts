import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { pagingRole } from './paging.ts';
import { plain } from './schema-names.ts';
import type { Condition } from './state.ts';

/**
 * What of `listFilter` the database can tell: query parameters that are named like a property of the items and ask for a
 * word, `status=active`. The others, and what the database cannot tell of these, are left to `listFilter`.
 */
export function listConditions(
  contract: Contract,
  schema: Schema | undefined,
  { parameters }: Operation,
  query: ReadonlyMap<string, unknown>,
): readonly Condition[] {
  const { properties } = shapeOf(contract, schema);
  return parameters.flatMap(({ name, in: room }): readonly Condition[] => {
    const value = query.get(name);
    if (room !== 'query' || value === undefined || value === '' || pagingRole(name) !== undefined) return [];
    const member = [...properties.keys()].find((property) => plain(property) === plain(name));
    const words: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (member === undefined || words.length === 0 || !words.every(isWord)) return [];
    return [{ member, isOneOf: words }];
  });
}

function isWord(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
