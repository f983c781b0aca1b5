/**
 * Somebody's text as one line of a letter: at most 80 characters, without what changes the direction of text, and without addresses that mail
 * programs make links of.
 */
export function letterLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.replaceAll(/(?:https?:)?\/\/|www\./gi, '').slice(0, 80);
}
