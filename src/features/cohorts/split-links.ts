export interface TextPart {
  readonly kind: 'text' | 'link';
  readonly text: string;
}

/** What ends a sentence or a bracket around an address is not part of it. */
const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’”]/gi;

/** A plain text in parts, its addresses of the web apart. Nothing else in it means anything. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    if (!URL.canParse(found)) continue;
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) });
    parts.push({ kind: 'link', text: found });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
