import type { Contract, Schema, SchemaObject } from '../../model.ts';
import { pointerOfRef, valueAt } from '../../read/json-pointer.ts';
import { isObject } from '../../read/json-value.ts';
import {
  intersection,
  isAnnotation,
  limitsOf,
  listOfConstants,
  othersOf,
  propertiesOf,
  together,
  typesOf,
} from './combine.ts';
import { gatherParts, isNull } from './gather-parts.ts';
import type { LimitKeyword } from './limits.ts';

/** What a schema says about one value, with `$ref` and `allOf` taken together: what the rules compare. */
export interface Facets {
  /** Without `null`; empty: any. */
  readonly types: ReadonlySet<string>;
  readonly isNullable: boolean;
  readonly isNever: boolean;
  readonly format: string | undefined;
  /** `const` and `enum`, without `null`. */
  readonly values: readonly unknown[] | undefined;
  readonly patterns: readonly string[];
  readonly limits: ReadonlyMap<LimitKeyword, number>;
  readonly multipleOf: number | undefined;
  readonly isUnique: boolean;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  /** The schema of properties that are not named. */
  readonly additional: Schema | undefined;
  readonly items: Schema | undefined;
  readonly tuple: readonly Schema[];
  /** What one can choose from; empty: nothing to choose. */
  readonly alternatives: readonly Schema[];
  readonly discriminator: SchemaObject['discriminator'];
  readonly default: unknown;
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  readonly isDeprecated: boolean;
  /** Keywords that are compared as a whole, as canonical JSON. */
  readonly others: ReadonlyMap<string, string>;
}

/** A schema belongs to one contract, so that its facets may be kept with it. */
const known = new WeakMap<SchemaObject, Facets>();
const constants = new Map<boolean, Facets>();

export function facetsOf(contract: Contract, referring: Schema): Facets {
  const schema = targetOf(contract, referring);
  const found = typeof schema === 'object' ? known.get(schema) : constants.get(schema);
  if (found) return found;
  const facets = readFacets(contract, schema);
  if (typeof schema === 'object') known.set(schema, facets);
  else constants.set(schema, facets);
  return facets;
}

/** What is only a reference is the same as what it names: a component is compared once, not once a reference. */
function targetOf(contract: Contract, schema: Schema): Schema {
  let target = schema;
  for (let steps = 0; steps < 20 && typeof target === 'object' && target.$ref !== undefined; steps += 1) {
    const saysMore = Object.entries(target).some(([key, value]) => key !== '$ref' && !isAnnotation(key, value));
    const next = saysMore ? undefined : valueAt(contract.document, pointerOfRef(target.$ref) ?? '');
    if (typeof next !== 'boolean' && !isObject(next)) break;
    target = next;
  }
  return target;
}

function readFacets(contract: Contract, root: Schema): Facets {
  const { parts, choices, isNever } = gatherParts(contract, root);
  const schemas = parts.map(({ schema }) => schema);
  const say = <Key extends keyof SchemaObject>(key: Key) =>
    schemas.flatMap((schema) => (schema[key] === undefined ? [] : [schema[key]]));
  const listed = [...say('const').map((value) => [value]), ...say('enum'), ...choices.flatMap(listOfConstants)];
  const values = listed.length > 0 ? intersection(listed) : undefined;
  const chosen = choices.filter((branches) => listOfConstants(branches).length === 0);
  const properties = propertiesOf(schemas);
  const items = together(say('items'));
  const types = typesOf(parts);
  if (types.size === 0 && !values) {
    if (properties.size > 0) types.add('object');
    else if (items !== undefined) types.add('array');
  }
  const isNullable = types.delete('null') || chosen.some((branches) => branches.some(isNull));
  return {
    types,
    isNullable,
    isNever,
    format: say('format')[0],
    values: values?.filter((value) => value !== null),
    patterns: [...new Set(say('pattern'))].sort(),
    limits: limitsOf(schemas),
    multipleOf: say('multipleOf')[0],
    isUnique: say('uniqueItems').includes(true),
    properties,
    required: new Set(say('required').flat()),
    additional: together(say('additionalProperties')),
    items,
    tuple: say('prefixItems')[0] ?? [],
    alternatives: chosen.flat().filter((branch) => !isNull(branch)),
    discriminator: say('discriminator')[0],
    default: say('default')[0],
    isReadOnly: say('readOnly').includes(true),
    isWriteOnly: say('writeOnly').includes(true),
    isDeprecated: say('deprecated').includes(true),
    others: othersOf(schemas),
  };
}
