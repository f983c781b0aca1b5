const mostCharacters = 1_000_000;

/**
 * XML with each element on a line of its own, where that changes nothing but white space between tags: text stays on the
 * line of its element. Unchanged where it is long, or where white space counts (`xml:space`).
 */
export function indentXml(xml: string): string {
  if (xml.length > mostCharacters || /xml:space\s*=\s*["']preserve/.test(xml)) return xml;
  const parts = xml.match(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<[^>]*(?:>|$)|[^<]+/g) ?? [];
  /** For each element that is open: whether it has text, so that white space in it would be seen. */
  const hasText: boolean[] = [];
  let text = '';
  let isJustOpened = false;
  for (const part of parts) {
    const isTag = /^<(?!!\[CDATA)/.test(part);
    if (!isTag && part.trim() === '') continue;
    if (!isTag && hasText.length > 0) hasText[hasText.length - 1] = true;
    const closes = part.startsWith('</');
    const stays = text === '' || !isTag || hasText.at(-1) === true || (closes && isJustOpened);
    if (closes) hasText.pop();
    text += stays ? part : `\n${'  '.repeat(hasText.length)}${part}`;
    isJustOpened = /^<[^!?/]/.test(part) && !part.endsWith('/>');
    if (isJustOpened) hasText.push(hasText.at(-1) === true);
  }
  return text;
}
