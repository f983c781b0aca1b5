import type { Contract, Schema, SchemaObject } from '../../model.ts';
import { pointerOfRef, valueAt } from '../../read/json-pointer.ts';
import { isObject } from '../../read/json-value.ts';

/** A schema among those that count together for one value. */
export interface Part {
  readonly schema: SchemaObject;
  /** Whether `null` is taken beside what the schema says: it stood as `anyOf: [schema, { type: null }]`. */
  readonly orNull: boolean;
}

export interface Parts {
  readonly parts: readonly Part[];
  /** `oneOf` and `anyOf` that leave a choice. */
  readonly choices: readonly (readonly Schema[])[];
  readonly isNever: boolean;
}

const MOST_PARTS = 200;

/** Takes a schema together with what `$ref`, `allOf` and choices of one lead to; recursion ends at what was seen. */
export function gatherParts(contract: Contract, root: Schema): Parts {
  const parts: Part[] = [];
  const choices: (readonly Schema[])[] = [];
  const seen = new Set<SchemaObject>();
  let isNever = false;
  const gather = (schema: unknown, orNull: boolean): void => {
    if (schema === false) isNever = true;
    if (!isObject(schema) || seen.has(schema) || parts.length >= MOST_PARTS) return;
    const part = schema as SchemaObject;
    seen.add(part);
    parts.push({ schema: part, orNull });
    if (part.$ref !== undefined) gather(valueAt(contract.document, pointerOfRef(part.$ref) ?? ''), orNull);
    for (const one of part.allOf ?? []) gather(one, orNull);
    for (const branches of [part.oneOf, part.anyOf]) {
      if (!branches) continue;
      const real = branches.filter((branch) => !isNull(branch));
      const [only] = real;
      if (real.length === 1) gather(only, orNull || real.length < branches.length);
      else if (real.length > 1) choices.push(branches);
    }
  };
  gather(root, false);
  return { parts, choices, isNever };
}

export const isNull = (schema: Schema): boolean =>
  typeof schema === 'object' && (schema.type === 'null' || schema.const === null);
