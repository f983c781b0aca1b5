import type { Contract, Schema } from '../../../contract/model.ts';
import { conform } from './conform.ts';
import { contractTools } from './contract-tools.ts';

/** The value, changed as little as needed to fit the schema. */
export function fitSchema(contract: Contract, schema: Schema, value: unknown): unknown {
  return conform(contract, contractTools(contract), schema, value);
}
