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

type Known = ReadonlyMap<string, SchemaView>;

/** Parts lead to parts; a recursive schema has no last one. */
const mostRounds = 6;

/**
 * Compares a JSON body with what the contract asks for; empty while it is not JSON. `read` gives the text, which of a form depends on the
 * parts of the schema that are there.
 */
export async function bodyFindings(
  read: (known: Known) => string,
  schema: SchemaView,
  parts: SchemaParts,
): Promise<readonly BodyFinding[]> {
  for (let round = 0; ; round += 1) {
    const { findings, missingParts } = findingsKnown(read(parts.known), schema, parts.known);
    if (missingParts.size === 0 || round === mostRounds) return findings;
    await Promise.all(Array.from(missingParts, (name) => parts.fetch(name)));
  }
}

/** The same by what is here already, at once. */
export function findingsKnown(
  text: string,
  schema: SchemaView,
  known: Known,
): { readonly findings: readonly BodyFinding[]; readonly missingParts: ReadonlySet<string> } {
  const index = indexJson(new TextEncoder().encode(text));
  if (index.fault) return { findings: [], missingParts: new Set() };
  const { findings, missingParts } = checkAnswer(index, schema, known);
  const told = findings.map(({ pointer, expected, got, weight }) => ({
    pointer,
    message: `The contract asks for ${expected}; here is ${got}.`,
    isBreach: weight === 'breach',
  }));
  return { findings: told, missingParts };
}
