import type { FormEncoding } from '../../../../contract/form-text';
import type { SchemaView } from '../../../../contract/reference-page';
import { shapeOf } from './field-shape';
import { decodeFormText, stepsOfName, type Pair } from './form-pairs';
import { wholeOf } from './start-json';

type Known = ReadonlyMap<string, SchemaView>;
/** What brackets in names say: a text, or more behind a step. */
type Branch = string[] | Map<string, Branch>;

/** The JSON value of a member of a form from its pairs, by what the contract says of it; text where it says nothing. */
export function readMember(
  name: string,
  pairs: readonly Pair[],
  use: SchemaView | undefined,
  encoding: FormEncoding,
  known: Known,
): unknown {
  const view = use && wholeOf(use, known);
  const [first] = pairs;
  if (!first) return undefined;
  if (pairs.some((pair) => pair.name !== name)) return inBrackets(name, pairs, view, known);
  const kind = view && shapeOf(view).kind;
  if (kind === 'array') return readList(pairs, view?.items, encoding, known);
  if (pairs.length > 1) return pairs.map(({ value }) => leaf(value, view, known));
  if (kind === 'object' && !first.value.startsWith('{') && encoding.style === 'form')
    return inTurns(first, view, known);
  return kind === 'object' || kind === 'open' ? jsonOr(first.value) : leaf(first.value, view, known);
}

function readList(
  pairs: readonly Pair[],
  items: SchemaView | undefined,
  encoding: FormEncoding,
  known: Known,
): unknown {
  const { style = 'form', explode = style === 'form', contentType } = encoding;
  const [only] = pairs;
  const isWhole = contentType !== undefined && encoding.style === undefined && pairs.length === 1;
  if (isWhole && only) return jsonOr(only.value);
  const separator = { form: ',', spaceDelimited: /%20|\+/, pipeDelimited: /%7C|\|/i }[style] ?? ',';
  const texts =
    explode || pairs.length > 1
      ? pairs.map(({ value }) => value)
      : (only?.encoded ?? '').split(separator).map(decodeFormText);
  return texts.map((text) => leaf(text, items, known));
}

/** `a,1,b,2`: names and values by turns. */
function inTurns({ encoded }: Pair, view: SchemaView | undefined, known: Known): unknown {
  const words = encoded.split(',').map(decodeFormText);
  if (words.length % 2 === 1) return words.join(',');
  const names = words.filter((_word, at) => at % 2 === 0);
  return Object.fromEntries(names.map((one, at) => [one, leaf(words[at * 2 + 1] ?? '', memberOf(view, one), known)]));
}

/** `name[a][0]=x`; pairs of other names are the members of an object that is spread. */
function inBrackets(name: string, pairs: readonly Pair[], view: SchemaView | undefined, known: Known): unknown {
  const root = new Map<string, Branch>();
  for (const pair of pairs) {
    const [first, ...steps] = stepsOfName(pair.name);
    grow(root, first === name && steps.length > 0 ? steps : [first === name ? '' : pair.name], pair.value);
  }
  return valueOfBranch(root, view, known);
}

function grow(branch: Map<string, Branch>, [step = '', ...rest]: readonly string[], value: string): void {
  const below = branch.get(step);
  if (rest.length === 0) {
    if (below instanceof Map) grow(below, [''], value);
    else branch.set(step, [...(below ?? []), value]);
    return;
  }
  const next = below instanceof Map ? below : new Map<string, Branch>(below ? [['', below]] : []);
  branch.set(step, next);
  grow(next, rest, value);
}

function valueOfBranch(branch: Branch, use: SchemaView | undefined, known: Known): unknown {
  const view = use && wholeOf(use, known);
  if (Array.isArray(branch)) {
    const isList = branch.length > 1 || (view !== undefined && shapeOf(view).kind === 'array');
    return isList ? branch.map((text) => leaf(text, view?.items, known)) : leaf(branch[0] ?? '', view, known);
  }
  const isNumbered = [...branch.keys()].every((step) => /^\d*$/.test(step));
  if (isNumbered && (view === undefined || shapeOf(view).kind !== 'object')) {
    return [...branch.values()].flatMap((one): unknown[] =>
      Array.isArray(one) ? one.map((text) => leaf(text, view?.items, known)) : [valueOfBranch(one, view?.items, known)],
    );
  }
  return Object.fromEntries([...branch].map(([step, one]) => [step, valueOfBranch(one, memberOf(view, step), known)]));
}

function memberOf(view: SchemaView | undefined, name: string): SchemaView | undefined {
  return view?.properties?.find((property) => property.name === name)?.schema ?? view?.additional;
}

/** A text as the value it is for the contract; one that is not of its type stays text. */
function leaf(text: string, use: SchemaView | undefined, known: Known): unknown {
  const view = use && wholeOf(use, known);
  const shape = view && shapeOf(view);
  if (!shape) return text;
  if (shape.kind === 'number') return String(Number(text)) === text ? Number(text) : text;
  if (shape.kind === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  if (shape.kind === 'choice') {
    if (shape.choices.includes(JSON.stringify(text))) return text;
    return shape.choices.includes(text) && text !== 'null' ? jsonOr(text) : text;
  }
  return shape.kind === 'object' || shape.kind === 'array' ? jsonOr(text) : text;
}

function jsonOr(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' || JSON.stringify(value) === text ? value : text;
  } catch {
    return text;
  }
}
