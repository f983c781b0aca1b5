/**
 * Text in which nothing means anything to CommonMark or GFM, apart from code spans: most descriptions of properties.
 * No line breaks, none of `* [ ] < > & \ ~ @ |` and no `://` or `www.`, which would become links; an underscore only within a word.
 */
const PLAIN = String.raw`(?:[\p{L}\p{N} .,;'"()?!%=$#^{}’“”–—…+/-]|:(?!\/\/)|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}]))`;
const CODE = '`(?![ `])[^`\\n]*?[^ `\\n]`(?!`)';
const SIMPLE = new RegExp(`^(?:${PLAIN}|${CODE})+$`, 'u');
/** What begins a list, a heading, a setext underline or a thematic break, and what GFM links without a scheme. */
const BLOCK_START = /^(?:[-+#=]|\d{1,9}[.)](?:\s|$)|\s)|\s$|www\.|mailto:|xmpp:/iu;

/** The HTML of a text without block structure, or `undefined` where the whole Markdown processor is needed. */
export function renderPlainMarkdown(text: string): string | undefined {
  if (text === '' || BLOCK_START.test(text) || !SIMPLE.test(text)) return undefined;
  return `<p>${text.replace(/`([^`]+)`/g, (_span, code: string) => `<code>${escapeText(code)}</code>`)}</p>`;
}

/** As rehype-stringify writes text. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}
