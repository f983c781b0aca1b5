/** Untrusted Markdown to HTML, as `plugins/reference/markdown` has it. */
type Render = (markdown: string | undefined, below?: number) => string;

export interface RememberedSources {
  readonly render: Render;
  /** The Markdown that some HTML was rendered from; the HTML's own words where it came from elsewhere. */
  readonly source: (html: string) => string;
}

/**
 * Twins are written from page data, whose Markdown is rendered already. A renderer that remembers what it rendered gives its author's
 * words back, without making each page twice.
 */
export function rememberSources(render: Render): RememberedSources {
  const sources = new Map<string, string>();
  return {
    render(markdown, below) {
      const html = render(markdown, below);
      if (html !== '' && markdown !== undefined) sources.set(html, markdown);
      return html;
    },
    source: (html) => sources.get(html) ?? wordsOf(html),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '#x3C': '<', '#x26': '&', lt: '<', gt: '>', amp: '&', quot: '"' };

function wordsOf(html: string): string {
  return html
    .replace(/<li[^>]*>/g, '\n- ')
    .replace(/<\/?code>/g, '`')
    .replace(/<\/(?:p|ul|ol|h[1-6]|pre|table|tr)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x3C|#x26|lt|gt|amp|quot);/g, (_entity, name: string) => ENTITIES[name] ?? '')
    .trim();
}
