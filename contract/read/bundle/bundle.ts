import { grammar, type Kind } from '../description/grammar.ts';
import { escapeKey, pointerOfRef, valueAt } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, member, setMember, textOf } from '../json-value.ts';
import { gatherErrors, PortalError } from '../portal-error.ts';
import type { Source } from '../source/index.ts';
import { isPointer, leadsToFile, splitRef, toRef } from './file-ref.ts';
import { Mounts } from './mounts.ts';
import { NeighbourFiles } from './neighbour-files.ts';
import { isComponent, placeComponent } from './placed-components.ts';
import { type FileReference, referencesOf } from './references-of.ts';

/** A part of the bundle that came from one file, and where it stands in the bundle. */
interface Part {
  readonly value: JsonObject;
  readonly kind: Kind;
  readonly source: Source;
  readonly at: string;
}

/** What a reference names. */
interface Target {
  readonly source: Source;
  readonly pointer: string;
  readonly value: unknown;
}

/** A description that other files are put into, in place. */
export class Bundle {
  readonly files: NeighbourFiles;
  readonly mounts: Mounts;
  readonly #main: Source;
  readonly #root: JsonObject;
  readonly #parts: Part[] = [];
  /** Where in the bundle is what stands at a place of a file. */
  readonly #placed = new Map<string, string>();
  /** Parts may lie within each other: a reference is settled once, for afterwards it is one within the bundle. */
  readonly #settled = new WeakMap<object, Set<string>>();
  readonly #problems: PortalError[] = [];

  constructor(main: Source, root: JsonObject) {
    this.files = new NeighbourFiles(main);
    this.mounts = new Mounts(main);
    this.#main = main;
    this.#root = root;
  }

  async fill(): Promise<void> {
    await this.#fillSections(this.#root, '', { ...grammar.description.one, ...grammar.description.map });
    await this.#fillSections(this.#root.components, '/components', grammar.components.map ?? {});
    await this.#settleParts();
    this.#parts.push({ value: this.#root, kind: 'description', source: this.#main, at: '' });
    await this.#settleParts();
    const [first, ...more] = this.#problems;
    if (first) throw gatherErrors([first, ...more]);
  }

  async #settleParts(): Promise<void> {
    for (let part = this.#parts.shift(); part; part = this.#parts.shift()) {
      const { references, ids } = referencesOf(part.value, part.kind);
      const { source, at } = part;
      const isOurs = ({ ref }: FileReference) => leadsToFile(ref) || (source !== this.#main && isPointer(ref));
      const open = references.filter((reference) => isOurs(reference) && !ids.has(reference.ref));
      // What a component is made of belongs there, and not where it was first named.
      const rank = ({ pointer }: FileReference) => (isComponent(at + pointer) ? 0 : 1);
      for (const reference of open.toSorted((a, b) => rank(a) - rank(b))) await this.#settle(reference, part);
    }
  }

  /** `paths: { $ref: paths.yaml }` is no reference of OpenAPI, and common. */
  async #fillSections(holder: unknown, at: string, kinds: Readonly<Record<string, Kind>>): Promise<void> {
    for (const [section, kind] of Object.entries(kinds)) {
      const map = member(holder, section);
      const ref = textOf(map, '$ref');
      if (!isObject(map) || ref === undefined || !leadsToFile(ref)) continue;
      const pointer = `${at}/${section}`;
      const target = await this.#find({ ref, pointer }, this.#main);
      if (!isObject(target?.value)) continue;
      delete map.$ref;
      for (const [key, item] of entriesOf(target.value)) setMember(map, key, item);
      this.mounts.add(pointer, target.source, target.pointer);
      if (kind === 'components') this.#parts.push({ value: map, kind, source: target.source, at: pointer });
      else
        for (const [key, value] of entriesOf(map)) {
          if (isObject(value))
            this.#parts.push({ value, kind, source: target.source, at: `${pointer}/${escapeKey(key)}` });
        }
    }
  }

  async #settle(reference: FileReference, part: Part): Promise<void> {
    const { holder, member: name, ref } = reference;
    const settled = this.#settled.get(holder) ?? new Set();
    if (settled.has(name)) return;
    this.#settled.set(holder, settled.add(name));
    const isMapping = name !== '$ref';
    const target = await this.#find({ ref, pointer: isMapping ? undefined : part.at + reference.pointer }, part.source);
    if (!target) return;
    const key = `${target.source.file}#${target.pointer}`;
    const known = target.source === this.#main ? target.pointer : this.#placed.get(key);
    const inlined = known ?? this.#inline(reference, part, target);
    const at = inlined ?? this.#insert(reference, target);
    if (at === undefined) return;
    this.#placed.set(key, at);
    if (known !== undefined || inlined === undefined) setMember(holder, name, toRef(at));
  }

  /** What a reference names; without one, a problem at its pointer in the bundle. */
  async #find(
    { ref, pointer: at }: { ref: string; pointer: string | undefined },
    from: Source,
  ): Promise<Target | undefined> {
    const { name, fragment } = splitRef(ref);
    const source = name === '' ? from : await this.files.open(from.file, name);
    const pointer = pointerOfRef(fragment);
    const value = typeof source === 'string' || pointer === undefined ? undefined : valueAt(source.value, pointer);
    if (typeof source !== 'string' && pointer !== undefined && value !== undefined) return { source, pointer, value };
    if (at === undefined) return undefined;
    const what = typeof source === 'string' ? source : `names nothing in ${name === '' ? 'this file' : name}`;
    const place = { file: this.#main.file, ...this.mounts.locate([`${at}/$ref`]).get(`${at}/$ref`) };
    this.#problems.push(new PortalError(`the $ref "${ref}" ${what}. Correct it, or add what it names.`, place));
    return undefined;
  }

  /** Writes what is named in place of a reference that stands alone, where that is its own place. */
  #inline({ holder, kind, member: name, pointer }: FileReference, part: Part, target: Target): string | undefined {
    const at = part.at + pointer;
    if (name !== '$ref' || !isObject(target.value) || Object.keys(holder).length > 1) return undefined;
    if (kind !== 'pathItem' && !isComponent(at)) return undefined;
    delete holder.$ref;
    for (const [key, item] of entriesOf(target.value)) setMember(holder, key, item);
    this.#settled.delete(holder);
    this.mounts.add(at, target.source, target.pointer);
    this.#parts.push({ value: holder, kind, source: target.source, at });
    return at;
  }

  #insert({ kind }: FileReference, { source, pointer, value }: Target): string | undefined {
    const at = placeComponent(this.#root, { kind, file: source.file, pointer, value });
    if (at === undefined) return undefined;
    this.mounts.add(at, source, pointer);
    if (isObject(value)) this.#parts.push({ value, kind, source, at });
    return at;
  }
}
