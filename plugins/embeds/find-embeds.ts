import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MdxNode } from '../twins/guides/mdx-node.ts';

/** `<TryIt />` sends, `<Sample />` is read only. */
export type EmbedName = 'TryIt' | 'Sample';

export interface WrittenEmbed {
  readonly name: EmbedName;
  readonly node: MdxNode;
  /** 1-based, in the file. */
  readonly line: number;
  readonly column: number;
}

/** The operations that a guide's MDX embeds, in the order of the text. */
export function findEmbeds(source: string): WrittenEmbed[] {
  if (!/<(?:TryIt|Sample)\b/.test(source)) return [];
  // Front matter is no Markdown; its lines are counted all the same.
  const body = source.replace(/^---\r?\n[^]*?\r?\n---[ \t]*(?=\r?\n|$)/, (matter) => matter.replace(/[^\r\n]/g, ''));
  return embedsIn(unified().use(remarkParse).use(remarkMdx).parse(body) as MdxNode).map(({ name, node }) => {
    const start = node.position?.start as { readonly line?: number; readonly column?: number } | undefined;
    return { name, node, line: start?.line ?? 1, column: start?.column ?? 1 };
  });
}

/** The same in any tree of Markdown, in the order of the text. */
export function embedsIn<Node extends { name?: string | null; type: string; children?: readonly Node[] }>(
  node: Node,
): { readonly name: EmbedName; readonly node: Node }[] {
  const own = node.type.startsWith('mdxJsx') && isEmbed(node.name) ? [{ name: node.name, node }] : [];
  return [...own, ...(node.children ?? []).flatMap((child) => embedsIn(child))];
}

const isEmbed = (name: string | null | undefined): name is EmbedName => name === 'TryIt' || name === 'Sample';
