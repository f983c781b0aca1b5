import type { Contract, Schema } from '../../../contract/model.ts';
import { sampleSchema } from '../../../contract/sample.ts';
import { validatorFor } from '../../../contract/validate/index.ts';

/** What the sandbox asks of the contract's room: samples that are valid, and what is wrong with a value. */
export interface ContractTools {
  /** A value that fits the schema of an answer, with its examples where it has some. */
  sample(schema: Schema | undefined): unknown;
  /** Where a value of an answer does not fit; `at` is a JSON pointer. */
  check(schema: Schema | undefined, value: unknown): readonly { readonly at: string; readonly message: string }[];
}

export function contractTools(contract: Contract): ContractTools {
  const validator = validatorFor(contract);
  return {
    sample: (schema) => (schema === undefined ? undefined : sampleSchema(contract, schema, 'response')),
    check(schema, value) {
      if (schema === undefined) return [];
      return validator.validate(schema, value, 'response').map(({ pointer, message }) => ({ at: pointer, message }));
    },
  };
}
