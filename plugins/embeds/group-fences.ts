import { importNode } from './import-node.ts';

/** The part of a Markdown tree (https://github.com/syntax-tree/mdast) that is changed here. */
interface Node {
  type: string;
  name?: string | null;
  meta?: string | null;
  attributes?: object[];
  children?: Node[];
}

/**
 * A remark step for guides: fences that follow each other with nothing between, each with the word `tab` after its language, are one group, of
 * which the reader's language is open. On other sites that show the same Markdown they are what they are: one below the other.
 */
export function groupFences(): (tree: Node) => void {
  return (tree) => {
    if (group(tree)) tree.children?.unshift(importNode('CodeTabs', '@site/src/features/samples', 'named'));
  };
}

/** True where there is a group in it now. */
function group(parent: Node): boolean {
  let found = false;
  const grouped: Node[] = [];
  for (const node of parent.children ?? []) {
    const last = grouped.at(-1);
    if (!isTab(node)) {
      found = group(node) || found;
      grouped.push(node);
    } else if (last?.name === 'CodeTabs') last.children?.push(node);
    else {
      grouped.push({ type: 'mdxJsxFlowElement', name: 'CodeTabs', attributes: [], children: [node] });
      found = true;
    }
  }
  if (parent.children) parent.children = grouped;
  return found;
}

const isTab = ({ type, meta }: Node) => type === 'code' && /(?:^|\s)tab(?:\s|=|$)/.test(meta ?? '');
