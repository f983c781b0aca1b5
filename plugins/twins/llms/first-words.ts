const MOST = 200;

/** The first paragraph of Markdown as one line of text, cut at the end of a word. */
export function firstWords(markdown: string | undefined): string {
  const paragraph = (markdown ?? '').split(/\n\s*\n/).find((block) => /^[^#<|`~>-]/.test(block.trim())) ?? '';
  const text = paragraph
    .slice(0, 20 * MOST)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= MOST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', MOST)).replace(/[\s.,;:–-]+$/, '')}…`;
}
