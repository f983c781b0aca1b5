import type { Schema, SchemaObject } from '../../../contract/model.ts';
import type { ClauseView, ConditionView, SchemaView } from '../../../contract/reference-page.ts';
import { clauseWords } from './clause-words.ts';
import { partsOf } from './flatten-schema.ts';

type View = (schema: Schema, path: string) => SchemaView;

/** `if/then/else` (JSON Schema 2020-12 §10.2.2), `dependentRequired` and `dependentSchemas`, as "when …, then …". */
export function conditionViews(schema: SchemaObject, view: View): ConditionView[] {
  const required = schema.required ?? [];
  return partsOf(schema).flatMap((part, index) => {
    const then = (consequence: Schema, name: string) => consequenceView(consequence, required, view, `${name}${index}`);
    const conditions: ConditionView[] = [];
    if (part.if !== undefined && (part.then ?? part.else) !== undefined) {
      const words = clauseWords(part.if, { mode: 'when', required });
      conditions.push({
        when: words === undefined ? { schema: view(part.if, `if${index}`) } : { words },
        ...(part.then !== undefined && part.then !== true && { then: then(part.then, 'then') }),
        ...(part.else !== undefined && part.else !== true && { otherwise: then(part.else, 'else') }),
      });
    }
    for (const [name, needed] of Object.entries(part.dependentRequired ?? {})) {
      conditions.push({ when: isThere(name), then: then({ required: needed }, name) });
    }
    for (const [name, dependent] of Object.entries(part.dependentSchemas ?? {})) {
      if (dependent !== true) conditions.push({ when: isThere(name), then: then(dependent, name) });
    }
    return conditions;
  });
}

function consequenceView(schema: Schema, required: readonly string[], view: View, name: string): ClauseView {
  if (schema === false) return { words: 'nothing is allowed' };
  const words = clauseWords(schema, { mode: 'then', required });
  return words === undefined ? { schema: view(schema, name) } : { words };
}

const isThere = (name: string): ClauseView => ({ words: `\`${name.replaceAll('`', "'")}\` is there` });
