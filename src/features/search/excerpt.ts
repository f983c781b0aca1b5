export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x27': "'" };

/**
 * Splits an excerpt of Pagefind into text and marked text. Its HTML holds nothing but `<mark>` and entities; whatever
 * else looks like a tag stays text, so that an indexed description cannot put markup into the page.
 */
export function excerptParts(html: string): ExcerptPart[] {
  return html
    .split(/(<mark>[^]*?<\/mark>)/)
    .map((part) => ({
      text: decode(part.replace(/^<mark>|<\/mark>$/g, '')),
      marked: part.startsWith('<mark>'),
    }))
    .filter(({ text }) => text !== '');
}

function decode(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? '');
}
