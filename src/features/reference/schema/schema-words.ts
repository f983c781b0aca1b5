import type { SchemaView } from '../../../../contract/reference-page';

/** The type as it stands beside a name: a component goes by its name. */
export function typeLabel({ type, name, title, alternatives, format }: SchemaView): string {
  const isPlain = type === 'object' || type === 'any' || type === 'object or null';
  const label = name !== undefined && isPlain ? type.replace(/^(?:object|any)/, name) : type;
  if (label !== 'any') return format !== undefined ? `${label} (${format})` : label;
  if (alternatives) return alternatives.kind === 'oneOf' ? 'one of several' : 'any of several';
  return title ?? label;
}

export interface NamedPart {
  readonly before: string;
  readonly name: string;
  readonly slug: string;
  readonly after: string;
}

/** The component that a label names: of the schema itself, or of what its arrays hold. */
export function namedPart(view: SchemaView, label: string): NamedPart | undefined {
  for (let part: SchemaView | undefined = view; part; part = part.items) {
    const { name, slug = name } = part;
    const at = name === undefined ? -1 : label.lastIndexOf(name);
    if (name === undefined || slug === undefined || at < 0) continue;
    const [before, after] = [label.slice(0, at), label.slice(at + name.length)];
    // A component may be called `in`, and `integer` is not its name.
    if (!/\w$/.test(before) && !/^\w/.test(after)) return { before, name, slug, after };
  }
  return undefined;
}

/** More values than these are folded, with a field to find one. */
export const FEW_VALUES = 12;

export function hasManyValues({ enum: values, enumCount }: SchemaView): boolean {
  return enumCount !== undefined || (values !== undefined && values.length > FEW_VALUES);
}

/** What an alternative is called: by its author, as a component, by its type, or by what it asks. */
export function alternativeLabel(view: SchemaView): string {
  const label = view.title ?? view.name ?? typeLabel(view);
  return label === 'any' ? (view.constraints?.[0] ?? label) : label;
}

/** What is inside a schema and worth unfolding, in words; undefined where there is nothing. */
export function insideWords(view: SchemaView): string | undefined {
  if (view.properties) return counted(view.properties.length, 'property', 'properties');
  if (view.alternatives) return counted(view.alternatives.schemas.length, 'alternative', 'alternatives');
  if (hasManyValues(view)) return `all ${view.enumCount ?? view.enum?.length} values`;
  if (view.more !== undefined) return view.type.startsWith('object') ? 'properties' : 'what it can be';
  if (view.prefixItems) return counted(view.prefixItems.length, 'item', 'items');
  if (view.items) {
    const words = insideWords(view.items);
    if (words !== undefined) return `${words} of each item`;
  }
  if (view.patterns ?? view.additional ?? view.names) return saysOthers(view) ? 'other properties' : undefined;
  if (view.contains) return 'items';
  if (view.decoded) return 'what it holds';
  return (view.not ?? view.conditions ?? view.discriminator) ? 'details' : undefined;
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Whether there is more to say of other properties than that there may be some. */
function saysOthers({ patterns, additional, names }: SchemaView): boolean {
  return (patterns ?? names) !== undefined || (additional !== undefined && hasSomethingToSay(additional));
}

/** Whether a schema says more than its type. */
export function hasSomethingToSay(view: SchemaView): boolean {
  return (
    insideWords(view) !== undefined ||
    [view.descriptionHtml, view.constraints, view.enum, view.const, view.format].some((one) => one !== undefined)
  );
}

/** Whether there is something to unfold in a schema's tree. */
export function hasFolds(view: SchemaView): boolean {
  const { properties = [], patterns = [], prefixItems = [], additional, items } = view;
  return (
    [...properties, ...patterns].some(({ schema }) => insideWords(schema) !== undefined) ||
    prefixItems.some((item) => insideWords(item) !== undefined) ||
    [view.alternatives, view.alsoAlternatives, view.more].some((one) => one !== undefined) ||
    (additional !== undefined && insideWords(additional) !== undefined) ||
    (items !== undefined && hasFolds(items))
  );
}

/** The positions of the values that have the words of a query, in themselves or in what is said about them. */
export function filterValues(
  values: readonly string[],
  texts: readonly string[] | undefined,
  query: string,
): readonly number[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const positions = values.map((_, position) => position);
  if (words.length === 0) return positions;
  return positions.filter((position) => {
    const text = `${values[position]} ${texts?.[position] ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export interface Fact {
  /** `One of`, `Default`, `matches`; empty for what speaks for itself. */
  readonly name: string;
  readonly values: readonly string[];
  /** As code. */
  readonly isCode: boolean;
}

const PATTERN = /^((?:name )?matches) (.+)$/s;

/** What a value must be, beyond its type: a line each. */
export function facts(view: SchemaView): Fact[] {
  const { constraints, enum: values, enumTexts, const: constant, default: preset, example, otherExamples = [] } = view;
  const found: Fact[] = [];
  const plain = (constraints ?? []).filter((words) => !PATTERN.test(words));
  if (plain.length > 0) found.push({ name: '', values: [plain.join(', ')], isCode: false });
  for (const words of constraints ?? []) {
    const [, name, pattern] = PATTERN.exec(words) ?? [];
    if (name !== undefined && pattern !== undefined) found.push({ name, values: [pattern], isCode: true });
  }
  if (values && !enumTexts) {
    found.push({ name: 'One of', values: values.slice(0, FEW_VALUES).map(plainText), isCode: true });
  }
  if (constant !== undefined) found.push({ name: 'Always', values: [plainText(constant)], isCode: true });
  if (preset !== undefined) found.push({ name: 'Default', values: [plainText(preset)], isCode: true });
  if (example !== undefined && !values && constant === undefined) {
    const examples = [example, ...otherExamples].map(plainText);
    found.push({ name: examples.length === 1 ? 'Example' : 'Examples', values: examples, isCode: true });
  }
  return found;
}

/** JSON text without the quotes of a simple string. */
export function plainText(json: string): string {
  return /^"[^"\\]+"$/.test(json) ? json.slice(1, -1) : json;
}
