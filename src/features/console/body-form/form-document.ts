import { formPairs, type FormEncoding } from '../../../../contract/form-text';
import type { MediaTypeView, SchemaView } from '../../../../contract/reference-page';
import { readJsonTree, valueOfNode } from '../json/json-tree';
import { readMember } from './form-member';
import { readPairs, stepsOfName, type Pair } from './form-pairs';
import { wholeOf } from './start-json';

type Known = ReadonlyMap<string, SchemaView>;

/** The pairs of a form that belong to one member of the body. */
interface Group {
  readonly name: string;
  readonly pairs: readonly Pair[];
}

/**
 * What a form's text says, as a JSON document: a member for each property, by its encoding; what the contract does not name stays text.
 * `known` are the parts of the schema that are there: without them a number deep inside stays text.
 */
export function documentOfForm(text: string, media: MediaTypeView, known: Known): string {
  const members = groupsOf(readPairs(text), media, known).map((group) => {
    const json = JSON.stringify(valueOf(group, media, known), null, 2).replaceAll('\n', '\n  ');
    return `  ${JSON.stringify(group.name)}: ${json}`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n}`;
}

/**
 * A document as a form's text. Pairs of `before` whose member says the same stay as they were written, where they were; so does
 * everything where the document is not an object.
 */
export function formOfDocument(document: string, media: MediaTypeView, before: string, known: Known): string {
  const root = readJsonTree(document);
  if (root?.kind !== 'object') return before;
  const wanted = new Map(root.children.map(({ name, node }) => [name ?? '', valueOfNode(document, node)]));
  const pairs = readPairs(before);
  const written = new Map<Pair, readonly string[]>();
  for (const group of groupsOf(pairs, media, known)) {
    const isWanted = wanted.has(group.name);
    const value = wanted.get(group.name);
    wanted.delete(group.name);
    if (isWanted && isSame(value, valueOf(group, media, known))) continue;
    const [first, ...rest] = group.pairs;
    if (first) written.set(first, isWanted ? formPairs(group.name, value, encodingOf(media, group.name)) : []);
    for (const pair of rest) written.set(pair, []);
  }
  const kept = pairs.flatMap((pair) => written.get(pair) ?? [pair.raw]);
  const added = [...wanted].flatMap(([name, value]) => formPairs(name, value, encodingOf(media, name)));
  return [...kept, ...added].join('&');
}

export function encodingOf({ parts = [] }: MediaTypeView, name: string): FormEncoding {
  return parts.find((part) => part.name === name) ?? {};
}

function groupsOf(pairs: readonly Pair[], media: MediaTypeView, known: Known): readonly Group[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const name = ownerOf(pair, media, known);
    const group = groups.get(name);
    if (group) group.push(pair);
    else groups.set(name, [pair]);
  }
  return [...groups].map(([name, own]) => ({ name, pairs: own }));
}

/** A property's name with brackets is itself; else brackets lead into a property; a spread object's members are named alone. */
function ownerOf({ name }: Pair, media: MediaTypeView, known: Known): string {
  const properties = media.schema ? (wholeOf(media.schema, known).properties ?? []) : [];
  if (properties.some((property) => property.name === name)) return name;
  const [first, ...steps] = stepsOfName(name);
  if (steps.length > 0) return first;
  const spread = properties.find((property) => {
    const { style, explode } = encodingOf(media, property.name);
    const members = wholeOf(property.schema, known).properties ?? [];
    return style === 'form' && explode !== false && members.some((member) => member.name === name);
  });
  return spread?.name ?? name;
}

function valueOf({ name, pairs }: Group, media: MediaTypeView, known: Known): unknown {
  const body = media.schema && wholeOf(media.schema, known);
  const view = body?.properties?.find((property) => property.name === name)?.schema ?? body?.additional;
  return readMember(name, pairs, view, encodingOf(media, name), known);
}

/** Pairs know no types: 1 and "1" are written alike. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): string =>
    JSON.stringify(value, (_key, inner: unknown) =>
      ['number', 'boolean'].includes(typeof inner) ? String(inner) : inner,
    );
  return plain(one) === plain(other);
}
