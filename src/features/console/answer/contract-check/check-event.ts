import type { SchemaView } from '../../../../../contract/reference-page';
import { indexJson } from '../json-index/json-indexer';
import type { StreamEvent } from '../stream/event-log';
import type { AnswerFinding } from './answer-finding';
import { checkAnswer, type CheckedAnswer } from './check-answer';

const mostCharacters = 200_000;
const nothing: CheckedAnswer = { findings: [], missingParts: new Set() };

/**
 * Compares one event with the schema of an item (OpenAPI 3.2 §4.14.3): a line of JSON as it is; a server-sent event as an object of its
 * fields, or, where the schema does not describe them, its data alone.
 */
export function checkEvent(
  event: StreamEvent,
  schema: SchemaView,
  parts: ReadonlyMap<string, SchemaView>,
): CheckedAnswer {
  if (event.data.length > mostCharacters) return nothing;
  const isLine = event.name === '';
  if (isLine || !describesFields(schema, parts)) return checkData(event.data, schema, parts);
  const fields = { event: event.name, data: event.data, ...(event.id !== null && { id: event.id }) };
  const checked = checkAnswer(indexOf(JSON.stringify(fields)), schema, parts);
  // `message` is what an event without a name is called; whether the stream said so cannot be told.
  const findings = checked.findings.filter(({ pointer }) => pointer !== '/event' || event.name !== 'message');
  return { ...checked, findings };
}

function checkData(data: string, schema: SchemaView, parts: ReadonlyMap<string, SchemaView>): CheckedAnswer {
  const index = indexOf(data);
  if (!index.fault) return checkAnswer(index, schema, parts);
  if (/^\s*string\b/.test(schema.type)) return nothing;
  const finding: AnswerFinding = { pointer: '', expected: 'JSON', got: 'a text that is none', weight: 'breach' };
  return { ...nothing, findings: [finding] };
}

/** Whether it has the field `data` of an event, itself or in an alternative. */
function describesFields(schema: SchemaView, parts: ReadonlyMap<string, SchemaView>, level = 0): boolean {
  const view = (schema.more === undefined ? undefined : parts.get(schema.more)) ?? schema;
  if (view.properties?.some(({ name }) => name === 'data')) return true;
  return level < 3 && (view.alternatives?.schemas.some((one) => describesFields(one, parts, level + 1)) ?? false);
}

function indexOf(text: string) {
  return indexJson(new TextEncoder().encode(text));
}
