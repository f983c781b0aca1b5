import type { MediaType, Schema } from '../../../contract/model.ts';
import type { ExampleView } from '../../../contract/reference-page.ts';
import type { Direction } from '../schema/schema-views.ts';
import { serialiseExample } from './serialise-example.ts';

/** A value that fits a schema; `undefined` where none can be made. */
export type SampleSchema = (schema: Schema, direction: Direction) => unknown;

/** An answer's example is only looked at, and nobody reads further than this; a request's is sent, and is left whole. */
const MOST_CHARACTERS = 8_000;

/** The contract's examples, else one sampled from the schema. */
export function exampleViews(
  { type, schema, itemSchema, examples, encoding }: MediaType,
  direction: Direction,
  sample: SampleSchema,
): ExampleView[] {
  const declared = examples.flatMap(({ name, summary, value }) => {
    const text = serialiseExample(value, type, encoding);
    return text === undefined ? [] : [{ name, ...(summary !== undefined && { summary }), ...cut(text, direction) }];
  });
  const described = schema ?? itemSchema;
  if (declared.length > 0 || described === undefined) return declared;
  const text = serialiseExample(sample(described, direction), type, encoding);
  return text === undefined ? [] : [{ name: 'default', ...cut(text, direction) }];
}

function cut(text: string, direction: Direction): Pick<ExampleView, 'text' | 'length'> {
  if (direction === 'request' || text.length <= MOST_CHARACTERS) return { text };
  const lastLine = text.lastIndexOf('\n', MOST_CHARACTERS);
  return { text: text.slice(0, lastLine > 0 ? lastLine : MOST_CHARACTERS), length: text.length };
}
