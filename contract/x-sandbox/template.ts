import { type Span, spanOf } from './span.ts';

/** How a value is made: said outright, or taken from what is there when the rule is applied. */
export type Template =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'path'; readonly path: ValuePath }
  /** A moment: now, or that of a member, and so much later or earlier. */
  | { readonly kind: 'time'; readonly from: ValuePath | 'now'; readonly shift: Shift | undefined }
  /** The first of these that is there. */
  | { readonly kind: 'first'; readonly of: readonly Template[] }
  /** A new value of the kind that the member's schema describes, as ids are made. */
  | { readonly kind: 'new' }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Template>> }
  | { readonly kind: 'list'; readonly items: readonly Template[] };

/** `$item.credential_type_id.kind`: a step behind an id that refers to another item is a member of that item. */
export interface ValuePath {
  readonly root: 'item' | 'body' | 'path';
  readonly steps: readonly string[];
}

export interface Shift {
  readonly sign: 1 | -1;
  readonly by: Span | { readonly count: ValuePath; readonly unit: Unit };
}

const units = ['seconds', 'minutes', 'hours', 'days', 'months', 'years'] as const;
export type Unit = (typeof units)[number];

/** What was meant by a text that begins with `$` and cannot be read. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly text: string;
}

/** Reads a value of `x-sandbox`: a text that begins with `$` is an expression, `$$` at its beginning a plain dollar sign. */
export function templateOf(value: unknown): Template | Unreadable {
  if (typeof value === 'string') return textTemplate(value);
  if (Array.isArray(value)) {
    const items = value.map(templateOf);
    const wrong = items.find(isUnreadable);
    return wrong ?? { kind: 'list', items: items.filter(isReadable) };
  }
  if (typeof value !== 'object' || value === null) return { kind: 'constant', value };
  const members = Object.entries(value).map(([name, member]) => [name, templateOf(member)] as const);
  const wrong = members.map(([, member]) => member).find(isUnreadable);
  return wrong ?? { kind: 'object', members: Object.fromEntries(members) as Record<string, Template> };
}

export function isUnreadable(template: Template | Unreadable): template is Unreadable {
  return template.kind === 'unreadable';
}

function isReadable(template: Template | Unreadable): template is Template {
  return template.kind !== 'unreadable';
}

/** What an expression may be, for messages. */
export const wantedExpression =
  '$now, $new, $item.member, $body.member or $path.parameter, a time with "+ P30D" or "+ $item.member days" behind it, several with " | " between them for the first that is there, or $$ for a dollar sign';

function textTemplate(text: string): Template | Unreadable {
  if (!text.startsWith('$')) return { kind: 'constant', value: text };
  if (text.startsWith('$$')) return { kind: 'constant', value: text.slice(1) };
  const alternatives = text.split(' | ');
  if (alternatives.length > 1) {
    const read = alternatives.map((one) => textTemplate(one.trim()));
    return read.find(isUnreadable) ?? { kind: 'first', of: read.filter(isReadable) };
  }
  if (text === '$new') return { kind: 'new' };
  const [, from = '', sign, by] = /^(\$\S+)(?:\s*([+-])\s*(.+))?$/.exec(text.trim()) ?? [];
  const base = from === '$now' ? 'now' : pathOf(from);
  if (base === undefined) return { kind: 'unreadable', text };
  if (by === undefined || sign === undefined) {
    return base === 'now' ? { kind: 'time', from: base, shift: undefined } : { kind: 'path', path: base };
  }
  const span = shiftOf(by.trim());
  return span === undefined
    ? { kind: 'unreadable', text }
    : { kind: 'time', from: base, shift: { sign: sign === '+' ? 1 : -1, by: span } };
}

function shiftOf(text: string): Shift['by'] | undefined {
  if (!text.startsWith('$')) return spanOf(text);
  const [path = '', unit = '', ...rest] = text.split(/\s+/);
  const count = pathOf(path);
  const known = units.find((one) => one === unit);
  return count === undefined || known === undefined || rest.length > 0 ? undefined : { count, unit: known };
}

function pathOf(text: string): ValuePath | undefined {
  const [root = '', ...steps] = text.slice(1).split('.');
  const isWhole = steps.length > 0 && steps.every((step) => step !== '');
  if (!isWhole || !['item', 'body', 'path'].includes(root)) return undefined;
  return { root: root as ValuePath['root'], steps };
}
