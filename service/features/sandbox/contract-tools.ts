import type { Schema } from '../../../contract/model.ts';

/** What the sandbox asks of the contract's reader: samples that are valid, and what is wrong with a value. */
export interface ContractTools {
  /** A value that fits the schema, with its examples where it has some. */
  sample(schema: Schema | undefined): unknown;
  /** Where a value of an answer does not fit; `at` is a JSON pointer. */
  check(schema: Schema | undefined, value: unknown): readonly { readonly at: string; readonly message: string }[];
}
