import { PAGE_ADDRESS } from './page-address.ts';

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
 * at links into those, which `check-links.ts` checks.
 */
export function exemptReferenceAnchors(): (tree: Node) => void {
  return (tree) => {
    const open = [tree];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === 'link' && isPageAnchor(node.url)) becomeElement(node);
      else if (node.type.startsWith('mdxJsx') && (node.attributes ?? []).some(isLinkIntoPage)) {
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

function isLinkIntoPage({ name, value }: Attribute): boolean {
  return (name === 'to' || name === 'href') && typeof value === 'string' && isPageAnchor(value);
}

function isPageAnchor(url: string | undefined): boolean {
  return url !== undefined && url.includes('#') && PAGE_ADDRESS.test(url);
}
