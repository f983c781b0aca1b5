import { isObject, type JsonObject, member } from '../json-value.ts';
import { pointerOfRef, toPointer, valueAt } from '../json-pointer.ts';

export interface ReferenceProblem {
  /** Of the object that holds the `$ref`. */
  readonly pointer: string;
  readonly sentence: string;
}

interface Reference {
  readonly ref: string;
  readonly holders: JsonObject[];
  /** Of the first holder, and of the schema with an `$id` around it. */
  readonly pointer: string;
  readonly base: string;
}

/**
 * The `$ref`s of a description: collected while it is walked, checked after. `$id` and `$anchor` (JSON Schema 2020-12
 * §8.2) are followed inside the description and rewritten to pointers, so that readers know one kind only.
 */
export class References {
  readonly #references = new Map<string, Reference>();
  readonly #named = new Map<string, string>();
  readonly #bases: string[] = [];
  readonly #moved = new Map<string, string>();

  /** Call for each object in the order of `walkDescription`. */
  collect(value: JsonObject, isSchema: boolean, path: readonly string[]): void {
    if (isSchema) {
      if (typeof value.$dynamicRef === 'string' && value.$ref === undefined) {
        value.$ref = value.$dynamicRef;
        delete value.$dynamicRef;
      }
      if (typeof value.$id === 'string') this.#name(value.$id, path);
      for (const keyword of ['$anchor', '$dynamicAnchor']) {
        if (typeof value[keyword] === 'string') this.#named.set(`#${value[keyword]}`, toPointer(path));
      }
    }
    const ref = member(value, '$ref');
    if (typeof ref !== 'string') return;
    const base = this.#bases.length > 0 ? this.#baseOf(toPointer(path)) : '';
    const key = `${base} ${ref}`;
    const known = this.#references.get(key);
    if (known) known.holders.push(value);
    else this.#references.set(key, { ref, holders: [value], pointer: toPointer(path), base });
  }

  /** A keyword's content stands elsewhere since the schema was normalised. */
  move(from: string, to: string): void {
    this.#moved.set(from, to);
  }

  /** Rewrites what can be resolved, and tells what cannot. Opens nothing: a reference to another file or host is a problem. */
  check(root: JsonObject): ReferenceProblem[] {
    const problems: ReferenceProblem[] = [];
    for (const reference of this.#references.values()) {
      const { ref, holders, pointer } = reference;
      const target = this.#resolve(root, reference);
      if (target === undefined) problems.push({ pointer, sentence: describeUnresolved(ref) });
      else if (target !== ref) for (const holder of holders) holder.$ref = target;
    }
    if (problems.length > 0) return problems;
    for (const { holders, pointer } of this.#references.values()) {
      const holder = holders[0];
      if (holder && leadsToItself(root, holder)) {
        const sentence = `this $ref ("${String(holder.$ref)}") leads back to itself. Make one of the references in the circle the thing itself.`;
        problems.push({ pointer, sentence });
      }
    }
    return problems;
  }

  #name(id: string, path: readonly string[]): void {
    const pointer = toPointer(path);
    this.#named.set(id, pointer);
    this.#bases.push(pointer);
  }

  #baseOf(pointer: string): string {
    return this.#bases.findLast((base) => pointer === base || pointer.startsWith(`${base}/`)) ?? '';
  }

  #resolve(root: JsonObject, { ref, base }: Reference): string | undefined {
    const named = this.#named.get(ref);
    if (named !== undefined) return `#${encodeURI(named)}`;
    const pointer = pointerOfRef(ref);
    if (pointer === undefined) return undefined;
    if (pointer === '' && base !== '') return `#${encodeURI(base)}`;
    if (valueAt(root, pointer) !== undefined) return ref;
    if (base !== '' && valueAt(root, base + pointer) !== undefined) return `#${encodeURI(base + pointer)}`;
    for (const [from, to] of this.#moved) {
      if (pointer !== from && !pointer.startsWith(`${from}/`)) continue;
      const now = to + pointer.slice(from.length);
      if (valueAt(root, now) !== undefined) return `#${encodeURI(now)}`;
    }
    return undefined;
  }
}

function describeUnresolved(ref: string): string {
  if (ref.startsWith('#')) {
    return `the $ref "${ref}" names nothing in this file. Correct it, or add what it names.`;
  }
  return (
    `the $ref "${ref}" leads elsewhere, and only references within the file and to files below its folder are followed. ` +
    'Bundle the description into one file first, for example with `npx @redocly/cli bundle FILE --output openapi.yaml`.'
  );
}

function leadsToItself(root: JsonObject, start: JsonObject): boolean {
  const seen = new Set<unknown>();
  for (let value: unknown = start; isObject(value) && typeof member(value, '$ref') === 'string';) {
    if (seen.has(value)) return true;
    seen.add(value);
    value = valueAt(root, pointerOfRef(value.$ref as string) ?? '');
  }
  return false;
}
