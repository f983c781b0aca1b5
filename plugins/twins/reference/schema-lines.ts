import type { AlternativesView, ClauseView, ConditionView, SchemaView } from '../../../contract/reference-page.ts';
import { code, indent, link, plainText } from '../markdown/inline.ts';
import { proseInList, type TwinTools } from './twin-tools.ts';

const MOST_VALUES = 60;

/** A schema as a list: a line for each property, what is in it below it. Empty where there is nothing but its type. */
export function schemaLines(view: SchemaView, tools: TwinTools): string {
  return insideOf(view, tools).join('\n');
}

/** `name` (type, required): description. Facts. */
export function schemaItem(name: string, view: SchemaView, flags: readonly string[], tools: TwinTools): string {
  const { inline, block } = proseInList(view.descriptionHtml, tools);
  return describedItem({ name, facts: [typeOf(view, tools), ...flags, ...marksOf(view)], inline, block }, view, tools);
}

export interface ItemHead {
  /** Markdown. */
  readonly name: string;
  readonly facts: readonly string[];
  readonly inline: string | undefined;
  readonly block: string | undefined;
}

/** A list item of a schema whose description stands elsewhere, such as a parameter's. */
export function describedItem({ name, facts, inline, block }: ItemHead, view: SchemaView, tools: TwinTools): string {
  const said = [...(inline ? [inline] : []), ...factsOf(view)];
  const ended = said.map((part) => (/[.!?:][_*`)"’”]*$/.test(part) ? part : `${part}.`)).join(' ');
  const first = `- ${name} (${facts.filter((fact) => fact !== '').join(', ')})${ended === '' ? '' : `: ${ended}`}`;
  const below = insideOf(view, tools);
  const parts = [first];
  if (block !== undefined) parts.push('', indent(block, 2), '');
  // An author's list must not run on into ours.
  if (block !== undefined && below.length > 0) parts.push('  Inside:', '');
  return [...parts, ...below.map((line) => indent(line, 2))].join('\n');
}

/** `array of Offer`, with a link to the schema's twin where it has one. */
export function typeOf(view: SchemaView, tools: TwinTools): string {
  const name = view.name ?? view.items?.name;
  const slug = view.name === undefined ? (view.items?.slug ?? name) : (view.slug ?? name);
  const words = plainText(view.type);
  if (name === undefined || slug === undefined) {
    return view.name === undefined || view.name === view.type ? words : `${words} ${plainText(view.name)}`;
  }
  const to = link(name, `/reference/${tools.api}/${tools.version}/schemas/${slug}.md`);
  return words.includes(plainText(name)) ? words.replace(plainText(name), () => to) : `${words} ${to}`;
}

function marksOf(view: SchemaView): string[] {
  const marks = [view.format && plainText(view.format), view.readOnly && 'read-only', view.writeOnly && 'write-only'];
  return [...marks, view.deprecated && 'deprecated'].filter(
    (mark) => typeof mark === 'string' && mark !== '',
  ) as string[];
}

/** What a value must be beyond its type, a sentence each. */
export function factsOf(view: SchemaView): string[] {
  const { constraints = [], enum: values, enumCount, externalDocs } = view;
  const count = enumCount ?? values?.length ?? 0;
  const shown = (values ?? []).slice(0, MOST_VALUES).map((value, index) => {
    const text = view.enumTexts?.[index] ?? '';
    return text === '' ? code(value) : `${code(value)} (${plainText(text)})`;
  });
  const rest = count > shown.length ? ` and ${count - shown.length} more` : '';
  return [
    constraints.length > 0 ? `Constraints: ${constraints.map(constraintText).join('; ')}` : '',
    shown.length > 0 ? `One of ${shown.join(', ')}${rest}` : '',
    view.const === undefined ? '' : `Always ${code(view.const)}`,
    view.default === undefined ? '' : `Default ${code(view.default)}`,
    view.example === undefined ? '' : `Example ${code(view.example)}`,
    externalDocs === undefined ? '' : `See ${link(externalDocs.text, externalDocs.href)}`,
  ].filter((fact) => fact !== '');
}

/** A view is shared by all pages that show the same schema. */
const known = new WeakMap<SchemaView, readonly string[]>();

/** A pattern is code. */
function constraintText(words: string): string {
  const [, before, pattern] = /^(.*?matches )(.+)$/s.exec(words) ?? [];
  return before === undefined || pattern === undefined ? plainText(words) : `${plainText(before)} ${code(pattern)}`;
}

function insideOf(view: SchemaView, tools: TwinTools): readonly string[] {
  const lines = known.get(view) ?? linesInside(view, tools);
  known.set(view, lines);
  return lines;
}

function linesInside(view: SchemaView, tools: TwinTools): string[] {
  const item = (name: string, schema: SchemaView, flags: string[] = []) => schemaItem(name, schema, flags, tools);
  const { items, additional, names, contains, not, decoded, discriminator } = view;
  return [
    ...(view.properties ?? []).map(({ name, required, schema }) =>
      item(code(name), schema, required ? ['required'] : []),
    ),
    ...(view.prefixItems ?? []).map((schema, index) => item(`item ${index + 1}`, schema)),
    ...(items && hasMore(items) ? [item(view.prefixItems ? 'each further item' : 'each item', items)] : []),
    ...(contains ? [item(`${plainText(contains.words)} of the items`, contains.schema)] : []),
    ...(view.patterns ?? []).map(({ name, schema }) => item(`names that match ${code(name)}`, schema)),
    ...(additional ? [item('any other name', additional)] : []),
    ...(names ? [item('every name', names)] : []),
    ...[view.alternatives ?? [], view.alsoAlternatives ?? []].flat().map((one) => alternativesItem(one, tools)),
    ...(discriminator ? [discriminatorItem(discriminator, tools)] : []),
    ...(not ? [item('not', not)] : []),
    ...(view.conditions ?? []).map((condition) => conditionItem(condition, tools)),
    ...(decoded ? [item('decoded', decoded)] : []),
    ...(view.more === undefined ? [] : [moreItem(view, view.more, tools)]),
    ...(view.shownUnder === undefined ? [] : [`- the same as under ${code(view.shownUnder)}`]),
  ];
}

/** The type of what an array holds stands in the array's own words. */
function hasMore({ type: _type, name: _name, slug: _slug, ...more }: SchemaView): boolean {
  return Object.keys(more).length > 0;
}

function alternativesItem({ kind, discriminator, values, schemas }: AlternativesView, tools: TwinTools): string {
  const by = discriminator === undefined ? '' : `, told apart by ${code(discriminator)}`;
  const kinds = `- ${kind === 'oneOf' ? 'exactly one of' : 'any of'}${by}:`;
  if (schemas.every((schema) => !hasMore(schema)))
    return `${kinds} ${schemas.map((one) => typeOf(one, tools)).join(', ')}`;
  const items = schemas.map((schema, index) => {
    const value = values?.[index] ?? '';
    const name = schema.title ?? (value === '' ? `alternative ${index + 1}` : value);
    return indent(schemaItem(plainText(name), schema, [], tools), 2);
  });
  return [kinds, ...items].join('\n');
}

function discriminatorItem({ property, values }: NonNullable<SchemaView['discriminator']>, tools: TwinTools): string {
  const ways = values.map(({ value, name, slug }) => `${code(value)}: ${typeOf({ type: name, name, slug }, tools)}`);
  return `- ${code(property)} tells which schema it is: ${ways.join(', ')}.`;
}

function conditionItem({ when, then, otherwise }: ConditionView, tools: TwinTools): string {
  const lines = [`- when ${clauseWords(when)}`];
  if (then) lines.push(clauseItem('then', then, tools));
  if (otherwise) lines.push(clauseItem('else', otherwise, tools));
  if (when.schema) lines.push(indent(schemaItem('the condition', when.schema, [], tools), 2));
  return lines.join('\n');
}

function clauseItem(name: string, clause: ClauseView, tools: TwinTools): string {
  return indent(clause.schema ? schemaItem(name, clause.schema, [], tools) : `- ${name} ${clauseWords(clause)}`, 2);
}

/** Words with code between backticks, as the page shows them. */
function clauseWords({ words }: ClauseView): string {
  if (words === undefined) return 'it is as below';
  return words
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : plainText(` ${part} `)))
    .join(' ');
}

function moreItem(view: SchemaView, more: string, tools: TwinTools): string {
  const place = `/reference/${tools.api}/${tools.version}`;
  const slug = view.slug ?? view.name;
  if (slug !== undefined) {
    return `- its members: ${link(view.name ?? slug, `${place}/schemas/${slug}.md`)}`;
  }
  return `- its members, as JSON: ${link(more, `${place}/parts/${encodeURIComponent(more)}.json`)}`;
}
