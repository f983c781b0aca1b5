import type { Contract } from '../model.ts';
import { grammar } from '../read/description/grammar.ts';
import { pointerOfRef, valueAt } from '../read/json-pointer.ts';
import { isObject, itemsOf, type JsonObject, member, setMember } from '../read/json-value.ts';

/** A request need not have what the platform sets (`readOnly`); a response need not have what it never shows (`writeOnly`). */
export type Direction = 'request' | 'response';

/** What asserts something (JSON Schema 2020-12); the rest of a schema would only disturb the validator. */
const asserting = new Set([
  ...['$ref', 'type', 'enum', 'const', 'format', 'discriminator', 'required', 'dependentRequired', 'uniqueItems'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern'],
  ...['minItems', 'maxItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties'],
  ...[
    'properties',
    'patternProperties',
    'dependentSchemas',
    'additionalProperties',
    'items',
    'prefixItems',
    'contains',
  ],
  ...[
    'not',
    'if',
    'then',
    'else',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
    'allOf',
    'anyOf',
    'oneOf',
  ],
]);

/** Copies schemas into what ajv takes. `nameRef` gives each `$ref` the id under which its target is known to ajv. */
export class ValidationSchemas {
  readonly #contract: Contract;
  readonly #direction: Direction;
  readonly #nameRef: (ref: string) => string;

  constructor(contract: Contract, direction: Direction, nameRef: (ref: string) => string) {
    this.#contract = contract;
    this.#direction = direction;
    this.#nameRef = nameRef;
  }

  /** `optional`: names that a schema around this one declares as not needed in this direction. */
  copy(schema: unknown, optional: ReadonlySet<string> = new Set()): unknown {
    if (!isObject(schema)) return schema === false ? false : true;
    const notNeeded = new Set([...optional, ...this.#notNeeded(schema, new Set())]);
    const made: JsonObject = {};
    // Where a discriminator tells the alternatives apart, authors leave them overlapping: any that fits is enough.
    const isDiscriminated = isObject(schema.discriminator) && !Object.hasOwn(schema, 'anyOf');
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === 'oneOf' && isDiscriminated) made.anyOf = this.#copyKeyword(keyword, value, notNeeded);
      else if (asserting.has(keyword)) setMember(made, keyword, this.#copyKeyword(keyword, value, notNeeded));
    }
    return made;
  }

  #copyKeyword(keyword: string, value: unknown, notNeeded: ReadonlySet<string>): unknown {
    if (keyword === '$ref') return this.#nameRef(value as string);
    if (keyword === 'required') return [...new Set(itemsOf(value))].filter((name) => !notNeeded.has(name as string));
    if (keyword === 'dependentRequired') return copyDependencies(value);
    const rule = grammar.schema;
    if (own(rule.one, keyword)) return this.copy(value);
    // Branches speak about the same object as the schema itself.
    if (own(rule.list, keyword))
      return itemsOf(value).map((item) => this.copy(item, keyword === 'prefixItems' ? undefined : notNeeded));
    if (!own(rule.map, keyword)) return value;
    const made: JsonObject = {};
    for (const [name, schema] of Object.entries(isObject(value) ? value : {})) setMember(made, name, this.copy(schema));
    return made;
  }

  /** Names of properties that are not needed in this direction, of the schema and of all that it is composed of. */
  #notNeeded(schema: JsonObject, seen: Set<unknown>): string[] {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const flag = this.#direction === 'request' ? 'readOnly' : 'writeOnly';
    const own = Object.entries(isObject(schema.properties) ? schema.properties : {})
      .filter(([, property]) => this.#hasFlag(property, flag, 0))
      .map(([name]) => name);
    const composed = [schema, ...itemsOf(schema.allOf)].flatMap((part) => {
      const target = isObject(part) && typeof part.$ref === 'string' ? this.#follow(part.$ref) : part;
      return isObject(target) ? this.#notNeeded(target, seen) : [];
    });
    return [...own, ...composed];
  }

  #hasFlag(schema: unknown, flag: string, hops: number): boolean {
    if (member(schema, flag) === true) return true;
    const ref = member(schema, '$ref');
    return typeof ref === 'string' && hops < 20 && this.#hasFlag(this.#follow(ref), flag, hops + 1);
  }

  #follow(ref: string): unknown {
    return valueAt(this.#contract.document, pointerOfRef(ref) ?? '');
  }
}

function own(rules: Readonly<Record<string, unknown>> | undefined, keyword: string): boolean {
  return rules !== undefined && Object.hasOwn(rules, keyword);
}

/** An ill-typed one would make ajv refuse the whole schema. */
function copyDependencies(value: unknown): JsonObject {
  const made: JsonObject = {};
  for (const [name, needed] of Object.entries(isObject(value) ? value : {})) {
    if (Array.isArray(needed) && needed.every((item) => typeof item === 'string'))
      setMember(made, name, [...new Set(needed)]);
  }
  return made;
}
