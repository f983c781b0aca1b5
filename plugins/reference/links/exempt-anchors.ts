import { OPERATION_ADDRESS } from './operation-address.ts';

/** The part of an MDX tree (https://github.com/syntax-tree/mdast) that is looked at here. */
interface Node {
  type: string;
  url?: string;
  title?: string | null;
  name?: string | null;
  attributes?: Attribute[];
  children?: Node[];
}

interface Attribute {
  readonly type: 'mdxJsxAttribute';
  readonly name: string;
  readonly value?: unknown;
}

/**
 * A remark step for guides. Docusaurus takes an anchor in a page that it did not render itself for broken; this tells it not to look
 * at links into operations, which `check-links.ts` checks.
 */
export function exemptOperationAnchors(): (tree: Node) => void {
  return (tree) => {
    const open = [tree];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === 'link' && isOperationAnchor(node.url)) becomeElement(node);
      else if (node.type.startsWith('mdxJsx') && (node.attributes ?? []).some(isLinkIntoOperation)) {
        node.attributes?.push(EXEMPT);
      }
      if (node.children) open.push(...node.children);
    }
  };
}

const attribute = (name: string, value: string): Attribute => ({ type: 'mdxJsxAttribute', name, value });
const EXEMPT = attribute('data-noBrokenLinkCheck', 'true');

/** Only an element of JSX can have an attribute with capitals: HTML's are written in small letters on the way. */
function becomeElement(link: Node): void {
  const title = link.title ? [attribute('title', link.title)] : [];
  link.type = 'mdxJsxTextElement';
  link.name = 'a';
  link.attributes = [attribute('href', link.url ?? ''), ...title, EXEMPT];
}

function isLinkIntoOperation({ name, value }: Attribute): boolean {
  return (name === 'to' || name === 'href') && typeof value === 'string' && isOperationAnchor(value);
}

function isOperationAnchor(url: string | undefined): boolean {
  return url !== undefined && url.includes('#') && OPERATION_ADDRESS.test(url);
}
