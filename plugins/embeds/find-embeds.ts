import type { MdxNode } from '../twins/guides/mdx-node.ts';
import { elementsIn, parseGuide, startOf } from './parse-guide.ts';

/** `<TryIt />` sends, `<Sample />` is read only. */
export type EmbedName = 'TryIt' | 'Sample';

export interface WrittenEmbed {
  readonly name: EmbedName;
  readonly node: MdxNode;
  /** 1-based, in the file. */
  readonly line: number;
  readonly column: number;
}

const names: readonly EmbedName[] = ['TryIt', 'Sample'];

/** The operations that a guide's MDX embeds, in the order of the text. */
export function findEmbeds(source: string): WrittenEmbed[] {
  if (!/<(?:TryIt|Sample)\b/.test(source)) return [];
  return embedsIn(parseGuide(source)).map(({ name, node }) => ({ name, node, ...startOf(node) }));
}

/** The same in any tree of Markdown, in the order of the text. */
export function embedsIn<Node extends { name?: string | null; type: string; children?: readonly Node[] }>(
  node: Node,
): { readonly name: EmbedName; readonly node: Node }[] {
  return elementsIn(node, names);
}
