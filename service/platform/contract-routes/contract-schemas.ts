import type { ErrorObject, Options, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Contract, Schema } from '../../../contract/model.ts';

/** Compiles a contract's schemas. The values of parameters come as text and are coerced; bodies are not. */
export interface ContractSchemas {
  parameters(schema: Schema): ValidateFunction;
  body(schema: Schema): ValidateFunction;
}

const documentId = 'contract';

export function contractSchemas(contract: Contract): ContractSchemas {
  const coercing = ajvFor(contract, { coerceTypes: true, useDefaults: true });
  const exact = ajvFor(contract, {});
  return {
    parameters: (schema) => coercing.compile(absolute(schema)),
    body: (schema) => exact.compile(absolute(schema)),
  };
}

export type SchemaErrors = readonly ErrorObject[];

function ajvFor(contract: Contract, options: Options): Ajv2020 {
  // Not strict: a contract may carry keywords of its own (`x-…`, `example`).
  const ajv = new Ajv2020({ allErrors: true, strict: false, ...options });
  addFormats.default(ajv);
  ajv.addSchema(contract.document, documentId);
  return ajv;
}

/** Ajv resolves `#/components/…` against the schema that holds it: the pointers are made to begin at the document. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#/') ? documentId + value : value,
  ) as Schema;
}
