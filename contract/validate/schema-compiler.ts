import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import type { Contract } from '../model.ts';
import { pointerOfRef, valueAt } from '../read/json-pointer.ts';
import type { GuardedPatterns } from './patterns.ts';
import { type Direction, ValidationSchemas } from './validation-schema.ts';

/**
 * Compiles schemas of one contract for one direction, each when it is first needed. A referenced schema is handed to
 * ajv once, under a short id, however many operations use it; nothing else of the description is looked at.
 */
export class SchemaCompiler {
  readonly #ajv: Ajv2020;
  readonly #contract: Contract;
  readonly #schemas: ValidationSchemas;
  readonly #ids = new Map<string, string>();
  readonly #waiting: { id: string; ref: string }[] = [];
  readonly #compiled = new WeakMap<object, ValidateFunction>();

  constructor(contract: Contract, options: { direction: Direction; allErrors: boolean; patterns: GuardedPatterns }) {
    const { patterns, allErrors, direction } = options;
    this.#contract = contract;
    this.#schemas = new ValidationSchemas(contract, direction, (ref) => this.#idOf(ref));
    this.#ajv = new Ajv2020({
      allErrors,
      strict: false,
      validateSchema: false,
      // A schema of 2020-12 knows no defaults or coercion; a validator that changes what it checks could not be trusted.
      useDefaults: false,
      coerceTypes: false,
      // A component that many operations use is compiled once, not copied into each.
      inlineRefs: false,
      verbose: true,
      logger: false,
      code: { regExp: Object.assign((pattern: string) => patterns.compile(pattern), { code: '' }) },
    });
    addFormats.default(this.#ajv);
    // Its regular expression in ajv-formats is long and slow.
    this.#ajv.addFormat('url', { type: 'string', validate: (text: string) => URL.canParse(text) });
  }

  /** Throws what ajv throws for a schema that it cannot compile. */
  compile(schema: object): ValidateFunction {
    const known = this.#compiled.get(schema);
    if (known) return known;
    const copy = this.#schemas.copy(schema) as object;
    this.#addWaiting();
    // Keeping count of what was evaluated costs time, and ajv 8 throws where an `else` without `then` does so.
    this.#ajv.opts.unevaluated = usesUnevaluated(this.#contract) || asksForUnevaluated(copy);
    const validate = this.#ajv.compile(copy);
    this.#compiled.set(schema, validate);
    return validate;
  }

  /** A schema that this compiler has copied before: the branch that an error names. */
  compileCopied(schema: object | boolean): ValidateFunction {
    return this.#ajv.compile(schema);
  }

  /** The `$ref` behind an id of ours. */
  refOf(id: string): string | undefined {
    for (const [ref, known] of this.#ids) if (known === id) return ref;
    return undefined;
  }

  #idOf(ref: string): string {
    let id = this.#ids.get(ref);
    if (id === undefined) {
      id = `component:${this.#ids.size + 1}`;
      this.#ids.set(ref, id);
      this.#waiting.push({ id, ref });
    }
    return id;
  }

  #addWaiting(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const target = valueAt(this.#contract.document, pointerOfRef(next.ref) ?? '');
      this.#ajv.addSchema(this.#schemas.copy(target) as object, next.id);
    }
  }
}

const known = new WeakMap<Contract, boolean>();

/** Whether `unevaluatedProperties` or `unevaluatedItems` stands anywhere in a contract. */
function usesUnevaluated(contract: Contract): boolean {
  let uses = known.get(contract);
  if (uses === undefined) {
    const { document, schemas, operations, webhooks } = contract;
    uses = asksForUnevaluated([document, schemas, operations, webhooks]);
    known.set(contract, uses);
  }
  return uses;
}

const asksForUnevaluated = (value: unknown) => JSON.stringify(value).includes('"unevaluated');
