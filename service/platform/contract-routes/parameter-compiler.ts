import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Contract, Schema } from '../../../contract/model.ts';

const documentId = 'contract';

/** Compiles the schemas of parameters, whose values come as text: they are coerced to what the schema asks for, and defaults set. */
export function parameterCompiler(contract: Contract): (schema: Schema) => ValidateFunction {
  // Not strict: a contract may carry keywords of its own (`x-…`, `example`).
  const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes: true, useDefaults: true });
  addFormats.default(ajv);
  ajv.addSchema(contract.document, documentId);
  return (schema) => ajv.compile(absolute(schema));
}

/** Ajv resolves `#/components/…` against the schema that holds it: the pointers are made to begin at the document. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#/') ? documentId + value : value,
  ) as Schema;
}
