import type { Contract } from '../model.ts';
import { contractOf } from './read-contract.ts';
import { parseSource } from './source/index.ts';

/** The contract of a description that is written out in a test, as if it stood in a file with a member a line. */
export function readDescription(description: object, file = 'a.json'): Contract {
  const whole = { openapi: '3.1.0', info: { title: 'T', version: '1' }, ...description };
  return contractOf({ api: 'a', version: 'v1', file }, parseSource(file, JSON.stringify(whole, null, 1)));
}

/** The warnings without their places. */
export function sentencesOf(contract: Contract): string[] {
  return contract.warnings.map((warning) => warning.replace(/^\S+: /, ''));
}
