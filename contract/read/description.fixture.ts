import type { Contract } from '../model.ts';
import { contractOf } from './read-contract.ts';
import { parseSource } from './source/index.ts';

/** The contract of a description that is written out in a test, as if it stood in a file with a member a line. */
export function readDescription(description: object, file = 'a.json'): Contract {
  const whole = { openapi: '3.1.0', info: { title: 'T', version: '1' }, ...description };
  return contractOf({ api: 'a', version: 'v1', file }, parseSource(file, JSON.stringify(whole, null, 1)));
}

/** The warnings, but for those about operations without an operationId: tests are shorter without. */
export function warningsOf({ warnings }: Contract): string[] {
  return warnings.filter((warning) => !warning.includes('has no operationId'));
}

/** The same without their places. */
export function sentencesOf(contract: Contract): string[] {
  return warningsOf(contract).map((warning) => warning.replace(/^\S+: /, ''));
}
