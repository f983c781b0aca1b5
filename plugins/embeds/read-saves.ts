import type { SavedValue } from '../../contract/embedded-operation.ts';
import type { Contract, Operation, Schema } from '../../contract/model.ts';
import { followRef } from '../../contract/read/index.ts';
import { orRather } from './or-rather.ts';
import type { Plain } from './plain-value.ts';

/** `save={{ offerId: 'id' }}`: a member of the answer, or a JSON pointer into it. */
export function readSaves(
  written: Plain | undefined,
  contract: Contract,
  operation: Operation,
): { readonly values: readonly SavedValue[]; readonly faults: readonly string[] } {
  if (written === undefined) return { values: [], faults: [] };
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return { values: [], faults: ['"save" is an object: save={{ offerId: \'id\' }}.'] };
  }
  const values: SavedValue[] = [];
  const faults: string[] = [];
  for (const [name, place] of Object.entries(written)) {
    const pointer = typeof place === 'string' ? (place.startsWith('/') ? place : `/${place}`) : null;
    const fault = pointer === null ? notAPlace(name) : (wrongName(name) ?? wrongPointer(pointer, contract, operation));
    if (fault !== null) faults.push(fault);
    else if (pointer !== null) values.push({ name, pointer });
  }
  return { values, faults };
}

const notAPlace = (name: string) =>
  `"save" names a place in the answer: { ${name}: 'id' } or { ${name}: '/data/0/id' }.`;

function wrongName(name: string): string | null {
  return /^\w+$/.test(name) ? null : `"${name}" in "save" cannot be written as {{${name}}}: use letters, digits and _.`;
}

/** A sentence where no answer of success can have the pointer's first member. */
function wrongPointer(pointer: string, contract: Contract, operation: Operation): string | null {
  const first = (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
  const schemas = operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.flatMap(({ schema }) => (schema === undefined ? [] : [schema])));
  const known = schemas.map((schema) => membersOf(schema, contract));
  if (known.length === 0 || known.some((members) => members === null || members.includes(first))) return null;
  return `the answers of ${operation.id} have no "${first}"${orRather(
    first,
    known.flatMap((members) => members ?? []),
  )}`;
}

/** What a chain of references ends at; as it is, where the chain is longer than any author's. */
function resolved(schema: unknown, contract: Contract): unknown {
  let found = schema;
  for (let steps = 0; steps < 8; steps++) {
    const ref = (found as { readonly $ref?: unknown } | null)?.$ref;
    if (typeof ref !== 'string') return found;
    found = followRef(contract, ref);
  }
  return found;
}

/** The names of an object's members; null where it may have others, or is something else. */
function membersOf(schema: Schema, contract: Contract): readonly string[] | null {
  const own = resolved(schema, contract);
  if (typeof own !== 'object' || own === null || Array.isArray(own)) return null;
  const { properties, allOf, anyOf, oneOf } = own as Record<string, unknown>;
  if (allOf !== undefined || anyOf !== undefined || oneOf !== undefined) return null;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : null;
}
