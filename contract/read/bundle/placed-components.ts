import path from 'node:path';
import type { Kind } from '../description/grammar.ts';
import { escapeKey, pointerKeys } from '../json-pointer.ts';
import { isObject, type JsonObject, setMember } from '../json-value.ts';

/** Where components of a kind stand (3.1 §4.8.7); what has no section is written where it is first named. */
const SECTIONS: Readonly<Partial<Record<Kind, string>>> = {
  schema: 'schemas',
  parameter: 'parameters',
  response: 'responses',
  header: 'headers',
  requestBody: 'requestBodies',
  example: 'examples',
  link: 'links',
  callback: 'callbacks',
  securityScheme: 'securitySchemes',
  mediaType: 'mediaTypes',
  pathItem: 'pathItems',
};

/** Puts what stands in another file among a description's components, by its own name where that is free. Returns its pointer. */
export function placeComponent(
  root: JsonObject,
  { kind, file, pointer, value }: { kind: Kind; file: string; pointer: string; value: unknown },
): string | undefined {
  const section = SECTIONS[kind];
  if (section === undefined) return undefined;
  const entries = objectAt(objectAt(root, 'components'), section);
  const stated = pointerKeys(pointer).at(-1) ?? path.basename(file, path.extname(file));
  const wanted = stated.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'component';
  let name = wanted;
  for (let count = 2; Object.hasOwn(entries, name); count++) name = `${wanted}-${count}`;
  setMember(entries, name, value);
  return `/components/${section}/${escapeKey(name)}`;
}

/** Whether a pointer is that of a component itself, `/components/schemas/Offer`: what it names belongs there. */
export function isComponent(pointer: string): boolean {
  return /^\/components\/[^/]+\/[^/]+$/.test(pointer);
}

function objectAt(holder: JsonObject, key: string): JsonObject {
  const found = Object.hasOwn(holder, key) ? holder[key] : undefined;
  if (isObject(found)) return found;
  const made: JsonObject = {};
  setMember(holder, key, made);
  return made;
}
