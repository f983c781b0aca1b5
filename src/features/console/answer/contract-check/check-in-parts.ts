import type { SchemaView } from '../../../../../contract/reference-page';
import type { SchemaParts } from '../../editor/schema-parts';
import { inSlices } from '../in-slices';
import type { JsonIndex } from '../json-index/json-index';
import type { AnswerFinding } from './answer-finding';
import { AnswerCheck } from './check-answer';

/** Parts lead to parts; a recursive schema has no last one. */
const mostRounds = 6;
const mostParts = 60;

/** Checks an answer in slices, again with each further part of its schema that turns out to be needed. Null where it was called off. */
export async function checkInParts(
  index: JsonIndex,
  schema: SchemaView,
  parts: SchemaParts,
  signal: AbortSignal,
  onProgress?: (progress: number) => void,
): Promise<readonly AnswerFinding[] | null> {
  for (let round = 0; ; round += 1) {
    const checked = await inSlices(new AnswerCheck(index, schema, parts.known), signal, onProgress);
    if (!checked) return null;
    const wanted = [...checked.missingParts].slice(0, mostParts);
    if (wanted.length === 0 || round === mostRounds) return checked.findings;
    await Promise.all(wanted.map((name) => parts.fetch(name)));
  }
}
