import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { SchemaView } from '../../../../contract/reference-page';
import { placeInJson } from './place-in-json';
import type { SchemaParts } from './schema-parts';
import { schemasAt } from './schemas-at';

/** Completes names of members and values that the contract names. */
export function completeJson(schema: SchemaView, parts: SchemaParts) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const place = placeInJson(context.state, context.pos);
    if (!place || (!context.explicit && !isWorthOffering(context, place.from))) return null;
    const schemas = await schemasAt(schema, place.path, parts);
    if (context.aborted) return null;
    const options = place.kind === 'name' ? namesOf(schemas, place.taken) : schemas.flatMap(valuesOf);
    const after = context.state.sliceDoc(context.pos, context.pos + 100);
    // Of a name that is there already, the colon stays.
    const hasColon = /^[^"\n]*"\s*:/.test(after);
    const to = /^[^"\n,:{}[\]]*"/.exec(after)?.[0].length ?? 0;
    const isQuoted = context.state.sliceDoc(place.from, place.from + 1) === '"';
    return options.length === 0
      ? null
      : {
          from: place.from,
          ...(isQuoted && { to: context.pos + to }),
          options: options.map((one) => (hasColon && place.kind === 'name' ? { ...one, apply: one.label } : one)),
          validFor: /^"?[\w.+-]*$/,
        };
  };
}

/** Unasked, only in a word that was begun, or where something was just opened. */
function isWorthOffering({ state, pos }: CompletionContext, from: number): boolean {
  const word = state.sliceDoc(from, pos);
  return word === '' ? /[{,:[]\s*$/.test(state.sliceDoc(Math.max(0, pos - 40), pos)) : !/^".*"$/.test(word);
}

function namesOf(schemas: readonly SchemaView[], taken: readonly string[]): Completion[] {
  const options = new Map<string, Completion>();
  for (const { name, required, schema } of schemas.flatMap(({ properties }) => properties ?? [])) {
    if (taken.includes(name) || options.has(name) || schema.readOnly) continue;
    options.set(name, {
      label: JSON.stringify(name),
      apply: `${JSON.stringify(name)}: `,
      detail: required ? `${schema.type}, required` : schema.type,
      type: 'property',
      boost: required ? 1 : 0,
    });
  }
  return [...options.values()];
}

function valuesOf(view: SchemaView): Completion[] {
  const named = [...(view.enum ?? []), ...[view.const, view.default, view.example].filter((one) => one !== undefined)];
  const words = view.type.split(' or ');
  if (words.includes('boolean')) named.push('true', 'false');
  if (view.nullable || words.includes('null')) named.push('null');
  if (named.length === 0 && view.type.startsWith('array')) named.push('[]');
  if (named.length === 0 && (view.type === 'object' || view.properties)) named.push('{}');
  const isString = words[0] === 'string';
  const texts = named.map((text) => (isString && !/^(?:"|null$)/.test(text) ? JSON.stringify(text) : text));
  return [...new Set(texts)].map((label) => ({ label, type: 'constant' }));
}
