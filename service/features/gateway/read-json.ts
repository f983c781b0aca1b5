import { jsonError } from './json-error.ts';
import { countMembers, type JsonOutline, jsonOutline } from './json-outline.ts';

export type JsonReading =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly at: string; readonly reason: string };

/** Deeper than any contract of a real API, and shallow enough for every recursive program behind the gateway. */
const deepest = 64;
/** More take too long to look at: everybody else would wait. */
const mostValues = 250_000;

/** Parses a JSON body (RFC 8259): says where it breaks off, and refuses what is dangerous behind the gateway. */
export function readJson(text: string): JsonReading {
  const outline = jsonOutline(text);
  if (outline.values > mostValues) return { kind: 'refused', at: '', reason: `has more than ${mostValues} values` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'malformed', reason: explain(text) };
  }
  if (mayBeDangerous(text, outline)) {
    const danger = dangerIn(value);
    if (danger !== null) return danger;
  }
  // Programs do not agree on which of two members of a name counts (RFC 8259 §4): what is checked might not be what is used.
  if (outline.members > 0 && outline.members !== countMembers(value)) {
    return { kind: 'refused', at: '', reason: 'has an object with the same name twice' };
  }
  return { kind: 'read', value };
}

/** Names may be written with escapes. */
function mayBeDangerous(text: string, { depth }: JsonOutline): boolean {
  return depth > deepest || text.includes('__proto__') || text.includes('prototype') || text.includes('\\u');
}

/** Without recursion: the text decides how deep it is. */
function dangerIn(root: unknown): JsonReading | null {
  const waiting: { value: unknown; at: string; depth: number }[] = [{ value: root, at: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, at, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) return { kind: 'refused', at, reason: `is nested more than ${deepest} levels deep` };
    if (Object.hasOwn(value, '__proto__')) {
      return { kind: 'refused', at: `${at}/__proto__`, reason: 'has a name that no contract can mean' };
    }
    if (Object.hasOwn(value, 'constructor') && hasPrototype((value as { constructor: unknown }).constructor)) {
      return { kind: 'refused', at: `${at}/constructor/prototype`, reason: 'has a name that no contract can mean' };
    }
    for (const [name, member] of Object.entries(value)) {
      if (typeof member !== 'object' || member === null) continue;
      waiting.push({
        value: member,
        at: `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        depth: depth + 1,
      });
    }
  }
  return null;
}

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}

function explain(text: string): string {
  const { position, expected } = jsonError(text);
  const place = lineAndColumn(text, position);
  if (position >= text.length) return `It ends too early: at ${place}, ${expected} was expected.`;
  return `At ${place}, ${expected} was expected.`;
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return `line ${line}, column ${position - before.lastIndexOf('\n')}`;
}
