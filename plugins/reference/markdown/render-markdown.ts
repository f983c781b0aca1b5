import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { confineToPage } from './confine-to-page.ts';
import { escapeText, renderPlainMarkdown } from './plain-markdown.ts';
import type { ResolveLink } from './prose-links.ts';

/** Untrusted Markdown to HTML that is safe to put into a page. `below` is the level of the heading that it stands under. */
export type RenderMarkdown = (markdown: string | undefined, below?: number) => string;

/**
 * What a description may contain: GitHub's list of elements (rehype-sanitize's default), with fewer attributes. No ids, which
 * could answer for the page's own, no names and titles; links to http, https, mailto and relative addresses only.
 */
const allowed: Options = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    '*': ['align', 'alt', 'colSpan', 'dir', 'height', 'lang', 'rowSpan', 'start', 'width', ['tabIndex', 0]],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: [], cite: ['http', 'https'] },
};

/**
 * Renders each distinct text once: a large description repeats its texts hundreds of times. `resolve` says where relative links lead;
 * without it they are left as they are.
 */
export function createMarkdownRenderer(resolve: ResolveLink = (href) => href): RenderMarkdown {
  const known = new Map<string, string>();
  const processors = new Map<number, Processor>();
  const processorFor = (below: number) => {
    const processor = processors.get(below) ?? createProcessor(below, resolve);
    processors.set(below, processor);
    return processor;
  };
  return (markdown, below = 2) => {
    if (markdown === undefined || markdown.trim() === '') return '';
    const key = `${below}${markdown}`;
    const rendered = known.get(key) ?? renderPlainMarkdown(markdown) ?? process(processorFor(below), markdown);
    known.set(key, rendered);
    return rendered;
  };
}

type Processor = ReturnType<typeof createProcessor>;

/** Sanitising comes last but for writing out: nothing is added behind its back. */
function createProcessor(below: number, resolve: ResolveLink) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(confineToPage, below, resolve)
    .use(rehypeSanitize, allowed)
    .use(rehypeStringify)
    .freeze();
}

/** By the whole processor, without the shortcut for plain text. */
export function renderFully(markdown: string, below: number): string {
  return process(
    createProcessor(below, (href) => href),
    markdown,
  );
}

function process(processor: Processor, markdown: string): string {
  try {
    return processor.processSync(markdown).toString();
  } catch {
    // Nested deeper than the processor's stack: nobody wrote that to be read.
    return `<p>${escapeText(markdown)}</p>`;
  }
}
