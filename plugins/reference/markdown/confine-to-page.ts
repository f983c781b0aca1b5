import type { ResolveLink } from './prose-links.ts';

/** The part of a hast tree (https://github.com/syntax-tree/hast) that is looked at here. */
interface HtmlNode {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
  value?: string;
}

/**
 * A rehype step that fits a description into the page that shows it: its headings stand below the page's own, an image comes
 * from this site, a relative link leads to something, wide tables and code scroll by themselves and can do so by keyboard.
 */
export function confineToPage(below: number, resolve: ResolveLink): (tree: HtmlNode) => void {
  return (tree) => {
    const elements = collectElements(tree);
    const levels = elements.map(headingLevel).filter((level) => level > 0);
    const shift = below + 1 - Math.min(...levels);
    for (const element of elements) {
      const level = headingLevel(element);
      if (level > 0) element.tagName = `h${Math.min(6, level + shift)}`;
      if (element.tagName === 'blockquote') nameAlert(element);
      if (element.tagName === 'img' && !isFromThisSite(element.properties?.src)) becomeWords(element);
      if (element.tagName === 'a') resolveLink(element, resolve);
      if (element.tagName === 'pre' || element.tagName === 'table')
        element.properties = { ...element.properties, tabIndex: 0 };
    }
  };
}

function collectElements(tree: HtmlNode): HtmlNode[] {
  const found: HtmlNode[] = [];
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'element') found.push(node);
    if (node.children) open.push(...node.children);
  }
  return found;
}

function headingLevel({ tagName }: HtmlNode): number {
  return Number(/^h([1-6])$/.exec(tagName ?? '')?.[1] ?? 0);
}

/** An address that is relative to the page is not: the author did not know of this page. */
function isFromThisSite(source: unknown): boolean {
  return typeof source === 'string' && /^\/(?![\\/])/.test(source.trim());
}

/** What begins with a scheme, or with another host, is for the sanitiser to judge. */
function resolveLink(link: HtmlNode, resolve: ResolveLink): void {
  const href = link.properties?.href;
  if (typeof href !== 'string' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href)) return;
  const resolved = resolve(href);
  if (resolved === undefined) link.tagName = 'span';
  link.properties = resolved === undefined ? {} : { href: resolved };
}

/** GitHub's alerts, which many descriptions have: https://github.com/orgs/community/discussions/16925. */
function nameAlert(quote: HtmlNode): void {
  const paragraph = quote.children?.find(({ type }) => type === 'element');
  const [first, ...rest] = paragraph?.children ?? [];
  const [mark, kind] = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/.exec(first?.value ?? '') ?? [];
  if (paragraph === undefined || first?.value === undefined || mark === undefined || kind === undefined) return;
  const name = `${kind.charAt(0)}${kind.slice(1).toLowerCase()}`;
  const strong = { type: 'element', tagName: 'strong', properties: {}, children: [{ type: 'text', value: name }] };
  paragraph.children = [strong, { type: 'text', value: ` ${first.value.slice(mark.length)}` }, ...rest];
}

/**
 * What an image from elsewhere was to show stays, as a link to it where that is over https: pages ask no other host for anything, and the
 * content security policy would not let them.
 */
function becomeWords(image: HtmlNode): void {
  const { alt, src } = image.properties ?? {};
  const isLink = typeof src === 'string' && /^https:\/\//i.test(src);
  const words = typeof alt === 'string' && alt.trim() !== '' ? alt : isLink ? 'Image' : '';
  image.tagName = isLink ? 'a' : 'span';
  image.properties = isLink ? { href: src } : {};
  image.children = [{ type: 'text', value: words }];
}
