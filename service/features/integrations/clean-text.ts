/**
 * What nobody types, and what plays with the text around it: control characters but for line ends (PostgreSQL refuses U+0000), characters without
 * a shape, and those that turn the direction of text (https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings). Joiners stay, of
 * which emoji and some scripts are made.
 */
const unwanted = [
  /[^\P{Cc}\n\t]/gu,
  /[\u202a-\u202e\u2060-\u206f\u200b\u200e\u200f\u061c\ufeff\u00ad\u180e\ufff9-\ufffb]/gu,
  /\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu,
  /[\u{e0000}-\u{e0fff}]/gu,
];

/** Text as somebody typed it, without what is unwanted and without halves of surrogate pairs. */
export function cleanText(text: string): string {
  const lines = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  return unwanted.reduce((left, signs) => left.replaceAll(signs, ''), lines).trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ');
}

/** The same in paragraphs: one empty line between them at most, and no spaces before a line's end. */
export function cleanParagraphs(text: string): string {
  return cleanText(text)
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}
