const MOST_CHARACTERS = 160;

/** The first words of rendered HTML as plain text, for `<meta name="description">`, lists and search. */
export function excerptOf(html: string): string {
  const firstParagraph = /<p>(.*?)<\/p>/s.exec(html)?.[1] ?? html;
  const text = decodeEntities(firstParagraph.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= MOST_CHARACTERS) return text;
  const cut = text.slice(0, MOST_CHARACTERS);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : MOST_CHARACTERS).replace(/[\s.,;:–—-]+$/, '')}…`;
}

/** The two references that rehype-stringify writes in text. */
function decodeEntities(html: string): string {
  return html.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&');
}
