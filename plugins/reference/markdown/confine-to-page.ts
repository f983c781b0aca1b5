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
 * from this site or over https, a wide table scrolls by itself.
 */
export function confineToPage(below: number): (tree: HtmlNode) => void {
  return (tree) => {
    const elements = collectElements(tree);
    const levels = elements.map(headingLevel).filter((level) => level > 0);
    const shift = below + 1 - Math.min(...levels);
    for (const element of elements) {
      const level = headingLevel(element);
      if (level > 0) element.tagName = `h${Math.min(6, level + shift)}`;
      if (element.tagName === 'blockquote') nameAlert(element);
      if (element.tagName === 'img' && isFromElsewhere(element.properties?.src)) dropImage(element);
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

/** An address that is relative to the page is from elsewhere, too: the author did not know of this page. */
function isFromElsewhere(source: unknown): boolean {
  return typeof source !== 'string' || !/^(?:https:\/\/|\/(?![\\/]))/i.test(source.trim());
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

/** What the image was to show stays, as text. */
function dropImage(image: HtmlNode): void {
  const alternative = image.properties?.alt;
  image.tagName = 'span';
  image.properties = {};
  image.children = typeof alternative === 'string' ? [{ type: 'text', value: alternative }] : [];
}
