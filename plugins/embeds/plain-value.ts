import type { EsNode, MdxAttribute, MdxNode } from '../twins/guides/mdx-node.ts';
import { staticValue } from '../twins/guides/mdx-node.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** The value of an attribute that is written out; undefined for what would have to be run. `wrong` alone is true. */
export function plainAttribute({ value }: MdxAttribute): Plain | undefined {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = (value.data?.estree?.body as readonly EsNode[] | undefined)?.[0];
  return plainValue(statement?.expression as EsNode | undefined);
}

/** Literals, lists and objects of them. Nothing is run: a guide's text is read, not trusted. */
function plainValue(node: EsNode | undefined): Plain | undefined {
  if (node?.type === 'ArrayExpression') return allPlain((node.elements as readonly EsNode[]).map(plainValue));
  if (node?.type === 'UnaryExpression' && node.operator === '-') {
    const number = plainValue(node.argument as EsNode);
    return typeof number === 'number' ? -number : undefined;
  }
  if (node?.type !== 'ObjectExpression') return staticValue(node) as Plain | undefined;
  const members = (node.properties as readonly EsNode[]).map((property) => {
    const value = property.type === 'Property' && !property.computed ? plainValue(property.value as EsNode) : undefined;
    const key = property.key as EsNode | undefined;
    return value === undefined ? undefined : ([String(key?.name ?? key?.value), value] as const);
  });
  const known = members.filter((member) => member !== undefined);
  return known.length === members.length ? Object.fromEntries(known) : undefined;
}

function allPlain(values: readonly (Plain | undefined)[]): readonly Plain[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

export const attributesOf = (node: MdxNode) => (node.attributes ?? []).filter(({ type }) => type === 'mdxJsxAttribute');
