/** The part of a Markdown tree (mdast, with mdast-util-mdx) that is read here. */
export interface MdxNode {
  readonly type: string;
  readonly depth?: number;
  /** Of a component; null for a fragment. */
  readonly name?: string | null;
  readonly url?: string;
  readonly value?: string;
  readonly attributes?: readonly MdxAttribute[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
  readonly children?: readonly MdxNode[];
}

export interface MdxAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?:
    string | null | { readonly value: string; readonly data?: { readonly estree?: EsNode | null } | null };
}

/** A node of JavaScript (ESTree with JSX), as far as it is read here. */
export interface EsNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

export function span(node: MdxNode | undefined): [from: number, to: number] {
  return [node?.position?.start.offset ?? 0, node?.position?.end.offset ?? 0];
}

/** An attribute's value where it is plain text, or an expression that is. */
export function attribute(node: MdxNode, name: string): string | undefined {
  const value = node.attributes?.find((one) => one.name === name)?.value;
  if (typeof value === 'string') return value;
  const text = staticValue(expressionOf(value ?? undefined));
  return typeof text === 'string' ? text : undefined;
}

/** An attribute's expression: `items={[…]}` → the array's node. */
export function attributeExpression(node: MdxNode, name: string): EsNode | undefined {
  const value = node.attributes?.find((one) => one.name === name)?.value;
  return typeof value === 'string' ? undefined : expressionOf(value ?? undefined);
}

function expressionOf(value: Exclude<MdxAttribute['value'], string | null>): EsNode | undefined {
  const statement = (value?.data?.estree?.body as readonly EsNode[] | undefined)?.[0];
  return statement?.expression as EsNode | undefined;
}

/** The value of a literal, or of a template without expressions; undefined for all else. Nothing is run. */
export function staticValue(node: EsNode | undefined): unknown {
  if (node?.type === 'Literal') return node.value;
  if (node?.type === 'JSXExpressionContainer') return staticValue(node.expression as EsNode);
  const [text, ...more] = node?.type === 'TemplateLiteral' ? (node.quasis as readonly EsNode[]) : [];
  return text && more.length === 0 ? (text.value as { readonly cooked?: string }).cooked : undefined;
}
