import { isObject, type JsonObject, setMember } from '../json-value.ts';
import { grammar, type Kind } from './grammar.ts';

/**
 * Sees an object before what stands below it, and returns what shall stand in its place. `path` is reused: copy it to
 * keep it.
 */
export type Visit = (value: unknown, kind: Kind, path: readonly string[]) => unknown;

/**
 * Visits every object of a description, or of a part of one, whose kind is known, in place. Expects that `findTooDeep` found
 * nothing.
 */
export function walkDescription(root: JsonObject, visit: Visit, kind: Kind = 'description'): void {
  const path: string[] = [];
  // YAML aliases share objects; each is visited once.
  const visited = new Set<unknown>();

  const below = (holder: object, key: string, value: unknown, kind: Kind): void => {
    path.push(key);
    const replaced = enter(value, kind);
    if (replaced !== value) setMember(holder, key, replaced);
    path.pop();
  };
  const members = (holder: unknown, kind: Kind): void => {
    if (!isObject(holder)) return;
    for (const key of Object.keys(holder)) if (!isExtension(key, kind)) below(holder, key, holder[key], kind);
  };
  const enter = (value: unknown, kind: Kind): unknown => {
    if (typeof value === 'object' && value !== null) {
      if (visited.has(value)) return value;
      visited.add(value);
    }
    const made = visit(value, kind, path);
    if (!isObject(made)) return made;
    visited.add(made);
    const rule = grammar[kind];
    if (rule.each) members(made, rule.each);
    for (const key of Object.keys(made)) {
      const one = own(rule.one, key);
      const listed = own(rule.list, key);
      const mapped = own(rule.map, key);
      if (one) below(made, key, made[key], one);
      if (listed && Array.isArray(made[key])) {
        const list = made[key] as unknown[];
        path.push(key);
        list.forEach((item, index) => below(list, String(index), item, listed));
        path.pop();
      }
      if (mapped) {
        path.push(key);
        members(made[key], mapped);
        path.pop();
      }
    }
    return made;
  };
  enter(root, kind);
}

/** In maps of paths, responses and callbacks `x-…` extends the description; among headers or properties it is a name. */
function isExtension(key: string, kind: Kind): boolean {
  return (kind === 'pathItem' || kind === 'response') && key.startsWith('x-');
}

function own(rules: Readonly<Record<string, Kind>> | undefined, key: string): Kind | undefined {
  return rules && Object.hasOwn(rules, key) ? rules[key] : undefined;
}
