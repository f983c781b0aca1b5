import type { Contract, Schema } from '../model.ts';
import { toFindings, type ValidationFinding } from './findings.ts';
import { GuardedPatterns } from './patterns.ts';
import { SchemaCompiler } from './schema-compiler.ts';
import type { Direction } from './validation-schema.ts';
import { measure } from './value-size.ts';

export type { ValidationFinding } from './findings.ts';
export type { Direction } from './validation-schema.ts';

export interface ContractValidator {
  /** What is wrong with a value; empty where nothing is. Never throws: a schema that cannot be checked passes with a warning. */
  validate(schema: Schema, value: unknown, direction: Direction): ValidationFinding[];
  /** What of the contract cannot be checked, a sentence each, as found so far. */
  readonly warnings: ReadonlySet<string>;
}

/** Above this, the first error is told instead of all: a body of a million wrong items must not make a million errors. */
const MAXIMUM_VALUES_FOR_ALL_ERRORS = 20_000;
const MAXIMUM_DEPTH = 500;
const MAXIMUM_FINDINGS = 100;
const MAXIMUM_WARNINGS = 200;

/** Checks values against the schemas of a contract (JSON Schema 2020-12). Schemas are compiled when they are first used. */
export function createContractValidator(contract: Contract): ContractValidator {
  const warnings = new Set<string>();
  const warn = (sentence: string) => void (warnings.size < MAXIMUM_WARNINGS && warnings.add(sentence));
  const patterns = new GuardedPatterns(warn);
  const compilers = new Map<string, SchemaCompiler>();
  const compilerFor = (direction: Direction, allErrors: boolean): SchemaCompiler => {
    const key = `${direction} ${allErrors}`;
    let compiler = compilers.get(key);
    if (!compiler) compilers.set(key, (compiler = new SchemaCompiler(contract, { direction, allErrors, patterns })));
    return compiler;
  };

  return {
    warnings,
    validate(schema, value, direction) {
      if (schema === true) return [];
      if (schema === false) return [{ pointer: '', message: 'is not allowed here' }];
      const { values, depth } = measure(value, MAXIMUM_DEPTH);
      if (depth > MAXIMUM_DEPTH)
        return [{ pointer: '', message: `must not be nested more than ${MAXIMUM_DEPTH} levels deep` }];
      patterns.refill();
      try {
        const compiler = compilerFor(direction, values <= MAXIMUM_VALUES_FOR_ALL_ERRORS);
        const check = compiler.compile(schema);
        if (check(value)) return [];
        return toFindings(check.errors ?? [], compiler).slice(0, MAXIMUM_FINDINGS);
      } catch (error) {
        // A schema that contains itself without a way out, or that ajv cannot make sense of.
        const what = error instanceof Error ? error.message : String(error);
        warn(`a schema${typeof schema.title === 'string' ? ` ("${schema.title}")` : ''} cannot be checked: ${what}.`);
        return [];
      }
    },
  };
}

const validators = new WeakMap<Contract, ContractValidator>();

/** The one validator of a contract: whoever checks by it shares what was compiled. */
export function validatorFor(contract: Contract): ContractValidator {
  let validator = validators.get(contract);
  if (!validator) validators.set(contract, (validator = createContractValidator(contract)));
  return validator;
}
