import type { SchemaView } from '../../../../contract/reference-page';

/** The type as it stands beside a name: a component goes by its name. */
export function typeLabel({ type, name, title, alternatives, format }: SchemaView): string {
  const isPlain = type === 'object' || type === 'any' || type === 'object or null';
  const label = name !== undefined && isPlain ? type.replace(/^(?:object|any)/, name) : type;
  if (label !== 'any') return format !== undefined ? `${label} (${format})` : label;
  if (alternatives) return alternatives.kind === 'oneOf' ? 'one of several' : 'any of several';
  return title ?? label;
}

/** What is inside a schema and worth unfolding, in words; undefined where there is nothing. */
export function insideWords(view: SchemaView): string | undefined {
  const { properties, alternatives, items, additional, more } = view;
  if (properties) return properties.length === 1 ? '1 property' : `${properties.length} properties`;
  if (alternatives) return `${alternatives.schemas.length} alternatives`;
  if (more !== undefined) return view.enumCount === undefined ? 'properties' : `all ${view.enumCount} values`;
  if (items) {
    const words = insideWords(items);
    return words && `${words} of each item`;
  }
  return additional && hasSomethingToSay(additional) ? 'other properties' : undefined;
}

/** Whether a schema says more than its type. */
export function hasSomethingToSay(view: SchemaView): boolean {
  return (
    insideWords(view) !== undefined ||
    view.descriptionHtml !== undefined ||
    view.constraints !== undefined ||
    view.enum !== undefined ||
    view.format !== undefined
  );
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
export function facts({ constraints, enum: values, const: constant, default: preset, example }: SchemaView): Fact[] {
  const found: Fact[] = [];
  const plain = (constraints ?? []).filter((words) => !PATTERN.test(words));
  if (plain.length > 0) found.push({ name: '', values: [plain.join(', ')], isCode: false });
  for (const words of constraints ?? []) {
    const [, name, pattern] = PATTERN.exec(words) ?? [];
    if (name !== undefined && pattern !== undefined) found.push({ name, values: [pattern], isCode: true });
  }
  if (values) found.push({ name: 'One of', values: values.map(plainText), isCode: true });
  if (constant !== undefined) found.push({ name: 'Always', values: [plainText(constant)], isCode: true });
  if (preset !== undefined) found.push({ name: 'Default', values: [plainText(preset)], isCode: true });
  if (example !== undefined && !values && constant === undefined) {
    found.push({ name: 'Example', values: [plainText(example)], isCode: true });
  }
  return found;
}

/** JSON text without the quotes of a simple string. */
export function plainText(json: string): string {
  return /^"[^"\\]+"$/.test(json) ? json.slice(1, -1) : json;
}
