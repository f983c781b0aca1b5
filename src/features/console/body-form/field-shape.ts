import type { SchemaView } from '../../../../contract/reference-page';
import type { JsonNode } from '../json/json-tree';
import { kindOfSchema } from '../request';

type Kind = JsonNode['kind'];

/** How a value of a body is edited, by what the contract says of it. */
export type FieldShape =
  | SingleShape
  | { readonly kind: 'object' }
  | { readonly kind: 'array' }
  | { readonly kind: 'alternatives' }
  /** The contract leaves it open, or allows several types. */
  | { readonly kind: 'open'; readonly kinds: readonly Kind[] };

const everyKind: readonly Kind[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

export type SingleShape =
  | { readonly kind: 'text' | 'number' | 'boolean' }
  /** One of several values, each as JSON text. */
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** The shape of a schema, all of which is there: what the page left out of it has been fetched. */
export function shapeOf(view: SchemaView): FieldShape {
  if (view.const !== undefined) return { kind: 'choice', choices: [view.const] };
  if (view.enum && view.enum.length > 0 && (view.enumCount ?? 0) <= view.enum.length)
    return { kind: 'choice', choices: view.enum };
  if (view.alternatives && view.alternatives.schemas.length > 0) return { kind: 'alternatives' };
  const kinds = kindsNamed(view.type);
  if (kinds && kinds.length > 1) return { kind: 'open', kinds: view.nullable ? [...kinds, 'null'] : kinds };
  if (kinds?.[0] === 'null') return { kind: 'open', kinds };
  const field = kindOfSchema(view);
  if (field.kind === 'json') return field.holds === 'any' ? { kind: 'open', kinds: everyKind } : { kind: field.holds };
  if (field.kind === 'number' || field.kind === 'boolean') return { kind: field.kind };
  return kinds?.[0] === 'string' || view.format !== undefined ? { kind: 'text' } : { kind: 'open', kinds: everyKind };
}

/** Whether what stands in the text can be edited as the contract says; else it is edited as what it is. */
export function fitsShape(shape: FieldShape, node: JsonNode | undefined): boolean {
  if (!node || node.kind === 'null') return shape.kind !== 'open';
  switch (shape.kind) {
    case 'object':
    case 'array':
      return node.kind === shape.kind;
    case 'alternatives':
      return true;
    case 'open':
      return false;
    default:
      return node.children.length === 0 && node.kind !== 'object' && node.kind !== 'array';
  }
}

/** `string or integer` → string, number; null where a word is none of JSON's types. Without null. */
function kindsNamed(type: string): readonly Kind[] | null {
  const words = type
    .replace(/array of \(.*\)/g, 'array')
    .replace(/array of \S+/g, 'array')
    .split(' or ');
  const kinds = words.map((word): Kind | undefined =>
    word === 'integer' ? 'number' : everyKind.find((one) => one === word),
  );
  if (kinds.includes(undefined)) return null;
  const named = [...new Set(kinds as Kind[])];
  return named.length > 1 ? named.filter((kind) => kind !== 'null') : named;
}

export function canBeNull({ type, nullable }: SchemaView): boolean {
  return nullable === true || type.split(' or ').includes('null');
}
