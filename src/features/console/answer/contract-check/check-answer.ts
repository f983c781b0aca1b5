import type { AlternativesView, SchemaView } from '../../../../../contract/reference-page';
import { Kind, stepOf, textBetween, type JsonIndex } from '../json-index/json-index';
import { pointerOf } from '../json-index/pointers';
import { wordsOfValue, type AnswerFinding } from './answer-finding';
import { scalarBreach, sizeBreach } from './check-scalar';
import { typeNames, wordsOfType } from './type-names';

export interface CheckedAnswer {
  readonly findings: readonly AnswerFinding[];
  /** Parts of the schema that were wanted and are not there yet, by name. */
  readonly missingParts: ReadonlySet<string>;
  /** False where the answer is too long to be checked to its end. */
  readonly isWhole: boolean;
}

const mostFindings = 100;
const mostNodes = 100_000;

export interface CheckOptions {
  /** A request has no `readOnly` members, an answer no `writeOnly` ones. Default: `answer`. */
  readonly direction?: 'answer' | 'request';
  /** What else a single value should be, in words; null where it is right. */
  readonly scalar?: (view: SchemaView, value: unknown) => string | null;
}

/**
 * Compares a JSON answer with the contract's view of it: what is missing, of another type or value, or not described.
 * What a view says in words only (patterns, conditions) is left to the gateway, which checks every answer by the contract itself.
 */
export function checkAnswer(
  index: JsonIndex,
  schema: SchemaView,
  parts: ReadonlyMap<string, SchemaView>,
  { direction = 'answer', scalar }: CheckOptions = {},
): CheckedAnswer {
  const missingParts = new Set<string>();
  let nodes = 0;

  const whole = (view: SchemaView): SchemaView => {
    if (view.more === undefined) return view;
    const part = parts.get(view.more);
    if (!part) missingParts.add(view.more);
    return part ?? view;
  };

  function check(node: number, use: SchemaView, around: ReadonlySet<string>): AnswerFinding[] {
    nodes += 1;
    if (nodes > mostNodes) return [];
    const view = whole(use);
    const breach = (expected: string): AnswerFinding[] => [
      { pointer: pointerOf(index, node), expected, got: wordsOfValue(index, node), weight: 'breach' },
    ];
    if (!isOfType(index, node, view)) return breach(wordsOfType(view));
    const names = new Set([...around, ...knownNames(view)]);
    const branches = [view.alternatives, ...(view.alsoAlternatives ?? [])].flatMap((set) =>
      set ? alternatives(node, set, names) : [],
    );
    switch (index.kind[node]) {
      case Kind.object:
        return [...members(node, view, around, names), ...branches];
      case Kind.array:
        return [...items(node, view, breach), ...branches];
      default: {
        const value: unknown = JSON.parse(textBetween(index, index.start[node] ?? 0, index.end[node] ?? 0));
        const expected = scalarBreach(view, value) ?? scalar?.(view, value) ?? null;
        return [...(expected === null ? [] : breach(expected)), ...branches];
      }
    }
  }

  function members(node: number, view: SchemaView, around: ReadonlySet<string>, names: ReadonlySet<string>) {
    const found: AnswerFinding[] = [];
    const properties = new Map((view.properties ?? []).map((property) => [property.name, property]));
    const seen = new Set<string>();
    const pointer = pointerOf(index, node);
    const isClosed = view.constraints?.includes('no other properties') ?? false;
    const isOpen = view.patterns !== undefined || view.additional !== undefined || view.more !== undefined;
    for (const child of childrenOf(index, node)) {
      if (found.length >= mostFindings || nodes > mostNodes) break;
      const name = stepOf(index, child);
      seen.add(name);
      const property = properties.get(name);
      if (property) found.push(...check(child, property.schema, none));
      else if (view.additional && !names.has(name) && !view.patterns)
        found.push(...check(child, view.additional, none));
      // Alternatives are looked at with the names around them: only the outermost says what nobody knows.
      else if (!names.has(name) && !isOpen && names.size > 0 && around.size === 0) {
        const expected = isClosed ? 'no such member' : 'a member that the contract describes';
        found.push({
          pointer: pointerOf(index, child),
          expected,
          got: `“${name}”`,
          weight: isClosed ? 'breach' : 'note',
        });
      }
    }
    for (const { name, required, schema: inner } of properties.values()) {
      if (!required || seen.has(name) || (direction === 'answer' ? inner.writeOnly : inner.readOnly)) continue;
      const step = name.replaceAll('~', '~0').replaceAll('/', '~1');
      found.push({ pointer: `${pointer}/${step}`, expected: wordsOfType(inner), got: 'nothing', weight: 'breach' });
    }
    return found;
  }

  function items(node: number, view: SchemaView, breach: (expected: string) => AnswerFinding[]) {
    const words = sizeBreach(view, index.size[node] ?? 0, 'item');
    const found = words === null ? [] : breach(words);
    let at = 0;
    for (const child of childrenOf(index, node)) {
      const inner = view.prefixItems?.[at] ?? view.items;
      at += 1;
      if (inner) found.push(...check(child, inner, none));
      if (found.length >= mostFindings || nodes > mostNodes) break;
    }
    return found;
  }

  /** Nothing where one fits; else what is wrong with the one that was meant, or comes nearest. */
  function alternatives(node: number, set: AlternativesView, names: ReadonlySet<string>): AnswerFinding[] {
    const around = new Set([...names, ...set.schemas.flatMap((one) => [...knownNames(whole(one))]), '']);
    const meant = meantBy(index, node, set);
    const tried = (meant ? [meant] : set.schemas).map((one) => check(node, one, around));
    const isFit = (found: readonly AnswerFinding[]): boolean => found.every(({ weight }) => weight === 'note');
    const fitting = tried.find(isFit);
    if (fitting) return fitting;
    const [nearest = []] = tried.toSorted((a, b) => a.length - b.length);
    return nearest;
  }

  function knownNames(view: SchemaView): ReadonlySet<string> {
    const sets = [view.alternatives, ...(view.alsoAlternatives ?? [])];
    const inside = sets.flatMap((set) => (set?.schemas ?? []).flatMap((one) => [...knownNames(whole(one))]));
    return new Set([...(view.properties ?? []).map(({ name }) => name), ...inside]);
  }

  const findings = index.count === 0 ? [] : check(0, schema, none);
  return { findings: findings.slice(0, mostFindings), missingParts, isWhole: nodes <= mostNodes };
}

const none: ReadonlySet<string> = new Set();

function* childrenOf(index: JsonIndex, node: number): Generator<number> {
  const end = index.next[node] ?? 0;
  for (let child = node + 1; child < end; child = index.next[child] ?? end) yield child;
}

const typeOfKind = {
  [Kind.object]: 'object',
  [Kind.array]: 'array',
  [Kind.string]: 'string',
  [Kind.boolean]: 'boolean',
  [Kind.null]: 'null',
};

function isOfType(index: JsonIndex, node: number, view: SchemaView): boolean {
  const names = typeNames(view);
  const kind = index.kind[node] as Kind;
  if (!names) return view.type !== 'nothing';
  if (kind !== Kind.number) return names.has(typeOfKind[kind]);
  if (names.has('number')) return true;
  return (
    names.has('integer') && Number.isInteger(Number(textBetween(index, index.start[node] ?? 0, index.end[node] ?? 0)))
  );
}

/** The alternative that the discriminator names. */
function meantBy(
  index: JsonIndex,
  node: number,
  { discriminator, values, schemas }: AlternativesView,
): SchemaView | null {
  if (discriminator === undefined || !values || index.kind[node] !== Kind.object) return null;
  for (const child of childrenOf(index, node)) {
    if (stepOf(index, child) !== discriminator || index.kind[child] !== Kind.string) continue;
    const value = JSON.parse(textBetween(index, index.start[child] ?? 0, index.end[child] ?? 0)) as string;
    const at = values.indexOf(value);
    return at === -1 ? null : (schemas[at] ?? null);
  }
  return null;
}
