import type { SchemaView } from '../../../../contract/reference-page';
import { checkAnswer } from '../answer/contract-check/check-answer';
import { indexJson } from '../answer/json-index/json-indexer';
import type { SchemaParts } from './schema-parts';

/** One place of a body that is not as the contract says. */
export interface BodyFinding {
  /** JSON pointer. */
  readonly pointer: string;
  readonly message: string;
  readonly isBreach: boolean;
}

/** Parts lead to parts; a recursive schema has no last one. */
const mostRounds = 6;

/** Compares a JSON body with what the contract asks for; empty while it is not JSON. */
export async function bodyFindings(
  text: string,
  schema: SchemaView,
  parts: SchemaParts,
): Promise<readonly BodyFinding[]> {
  const index = indexJson(new TextEncoder().encode(text));
  if (index.fault) return [];
  for (let round = 0; ; round += 1) {
    const { findings, missingParts } = checkAnswer(index, schema, parts.known);
    if (missingParts.size === 0 || round === mostRounds) {
      return findings.map(({ pointer, expected, got, weight }) => ({
        pointer,
        message: `The contract asks for ${expected}; here is ${got}.`,
        isBreach: weight === 'breach',
      }));
    }
    await Promise.all(Array.from(missingParts, (name) => parts.fetch(name)));
  }
}
