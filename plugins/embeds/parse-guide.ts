import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MdxNode } from '../twins/guides/mdx-node.ts';

/** A guide's MDX as a tree. Front matter is no Markdown; its lines are counted all the same. */
export function parseGuide(source: string): MdxNode {
  const body = source.replace(/^---\r?\n[^]*?\r?\n---[ \t]*(?=\r?\n|$)/, (matter) => matter.replace(/[^\r\n]/g, ''));
  return unified().use(remarkParse).use(remarkMdx).parse(body);
}

/** Where a node begins, 1-based, in the file. */
export function startOf(node: MdxNode): { readonly line: number; readonly column: number } {
  const start = node.position?.start as { readonly line?: number; readonly column?: number } | undefined;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** The elements of these names, in the order of the text. */
export function elementsIn<
  Name extends string,
  Node extends { name?: string | null; type: string; children?: readonly Node[] },
>(node: Node, names: readonly Name[]): { readonly name: Name; readonly node: Node }[] {
  const name = node.type.startsWith('mdxJsx') ? names.find((one) => one === node.name) : undefined;
  const own = name === undefined ? [] : [{ name, node }];
  return [...own, ...(node.children ?? []).flatMap((child) => elementsIn(child, names))];
}
