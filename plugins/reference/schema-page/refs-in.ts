import { componentOfRef } from '../schema/flatten-schema.ts';

/** Values, not schemas: a `$ref` in there is data. */
const VALUES = new Set(['example', 'examples', 'default', 'enum', 'const']);
const COMPONENT = /^#\/components\/schemas\/([^/]+)/;

const known = new WeakMap<object, ReadonlySet<string>>();

/** The components that a schema refers to itself, in the order in which they stand; those behind a reference are not looked at. */
export function refsIn(schema: unknown): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return NONE;
  let refs = known.get(schema);
  if (!refs) {
    const found = new Set<string>();
    gather(schema, found);
    known.set(schema, (refs = found));
  }
  return refs;
}

const NONE: ReadonlySet<string> = new Set();

function gather(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) gather(one, found);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === '$ref') addTarget(member, found);
    else if (key === 'mapping') for (const target of Object.values((member ?? {}) as object)) addTarget(target, found);
    else if (!VALUES.has(key)) gather(member, found);
  }
}

function addTarget(ref: unknown, found: Set<string>): void {
  if (typeof ref !== 'string') return;
  // Also a reference into a component uses it.
  const name = componentOfRef(COMPONENT.exec(ref)?.[0]);
  if (name !== undefined) found.add(name);
}
