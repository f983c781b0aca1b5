import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { confineToPage } from './confine-to-page.ts';
import { escapeText, renderPlainMarkdown } from './plain-markdown.ts';

/** Untrusted Markdown to HTML that is safe to put into a page. `below` is the level of the heading that it stands under. */
export type RenderMarkdown = (markdown: string | undefined, below?: number) => string;

/**
 * What a description may contain: GitHub's list of elements (rehype-sanitize's default), with fewer attributes. No ids, which
 * could answer for the page's own, no names and titles; links to http, https, mailto and relative addresses only.
 */
const allowed = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    '*': ['align', 'alt', 'colSpan', 'dir', 'height', 'lang', 'rowSpan', 'start', 'width'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['https'], cite: ['http', 'https'] },
};

/** Renders each distinct text once: a large description repeats its texts hundreds of times. */
export function createMarkdownRenderer(): RenderMarkdown {
  const known = new Map<string, string>();
  return (markdown, below = 2) => {
    if (markdown === undefined || markdown.trim() === '') return '';
    const key = `${below}${markdown}`;
    const rendered = known.get(key) ?? renderPlainMarkdown(markdown) ?? renderFully(markdown, below);
    known.set(key, rendered);
    return rendered;
  };
}

type Processor = ReturnType<typeof createProcessor>;
const processors = new Map<number, Processor>();

/** Sanitising comes last but for writing out: nothing is added behind its back. */
function createProcessor(below: number) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(confineToPage, below)
    .use(rehypeSanitize, allowed)
    .use(rehypeStringify)
    .freeze();
}

function processorFor(below: number): Processor {
  const processor = processors.get(below) ?? createProcessor(below);
  processors.set(below, processor);
  return processor;
}

/** By the whole processor, without the shortcut for plain text. */
export function renderFully(markdown: string, below: number): string {
  try {
    return processorFor(below).processSync(markdown).toString();
  } catch {
    // Nested deeper than the processor's stack: nobody wrote that to be read.
    return `<p>${escapeText(markdown)}</p>`;
  }
}
