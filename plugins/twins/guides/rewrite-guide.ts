import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { componentText } from './component-text.ts';
import { type MdxNode, span } from './mdx-node.ts';

export interface GuideTools {
  /** The address of a twin for that of a page, both absolute or relative to the guide. */
  readonly twinLink: (href: string) => string;
  /** The commands of a journey of `portal.config.ts`. */
  readonly firstCall: (journey: string) => string;
  /** The steps of a journey of `portal.config.ts`. */
  readonly journey: (journey: string) => string;
  /** What the guide's next `<TryIt />` or `<Sample />` says. */
  readonly embedded: () => string;
}

/** A guide's Markdown with its components as text and its links to twins; everything else stays as it was written. */
export function rewriteGuide(markdown: string, isMdx: boolean, tools: GuideTools): string {
  let level = 1;

  function rewrite(nodes: readonly MdxNode[], from: number, to: number): string {
    const parts: string[] = [];
    let end = from;
    for (const node of nodes) {
      const [start, stop] = span(node);
      if (node.type === 'heading') level = node.depth ?? level;
      parts.push(markdown.slice(end, start), text(node, markdown.slice(start, stop)));
      end = stop;
    }
    return parts.join('') + markdown.slice(end, to);
  }

  function inside(node: MdxNode): string {
    const children = node.children ?? [];
    const [from] = span(children[0]);
    const [, to] = span(children.at(-1));
    return rewrite(children, from, to);
  }

  function text(node: MdxNode, written: string): string {
    switch (node.type) {
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return '';
      case 'mdxJsxFlowElement':
        return componentText(node, { children: unindent(inside(node), columnOf(node)), level: level + 1, ...tools });
      case 'mdxJsxTextElement':
        return componentText(node, { children: inside(node), level: level + 1, ...tools });
      case 'html':
        return /^<!--[^]*-->$/.test(written) ? '' : written;
      case 'link':
      case 'definition':
        return withAddress(rewrite(node.children ?? [], ...span(node)), node.url ?? '', tools.twinLink);
      default:
        return rewrite(node.children ?? [], ...span(node));
    }
  }

  function columnOf(node: MdxNode): number {
    const [from] = span(node.children?.[0]);
    return from - (markdown.lastIndexOf('\n', from - 1) + 1);
  }

  return rewrite(parse(markdown, isMdx).children ?? [], 0, markdown.length);
}

function parse(markdown: string, isMdx: boolean): MdxNode {
  const processor = unified().use(remarkParse).use(remarkGfm);
  return isMdx ? processor.use(remarkMdx).parse(markdown) : processor.parse(markdown);
}

/** The last place where the address stands is where it is one: text before it may be the same. */
function withAddress(written: string, url: string, twinLink: (href: string) => string): string {
  const at = url === '' ? -1 : written.lastIndexOf(url);
  return at === -1 ? written : written.slice(0, at) + twinLink(url) + written.slice(at + url.length);
}

/** What stands within a component is moved to the right as far as it was. */
function unindent(text: string, columns: number): string {
  return columns === 0 ? text : text.replace(new RegExp(`^[ \\t]{1,${columns}}`, 'gm'), '');
}
