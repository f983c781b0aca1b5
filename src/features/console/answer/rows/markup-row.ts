import type { Piece } from './json-row';

/** A line of XML or HTML in colours. Each line is looked at by itself: a comment over several lines is coloured as text. */
export function markupRow(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [part] of text.matchAll(
    /<!--.*?(?:-->|$)|<\/?[\w:.-]+|\/?>|[\w:.-]+(?==["'])|"[^"]*"|'[^']*'|[^<>"'\w]+|[\s\S]/g,
  )) {
    const kind = kindOf(part);
    const last = pieces.at(-1);
    if (kind === 'plain' && last?.kind === 'plain') pieces[pieces.length - 1] = { kind, text: last.text + part };
    else pieces.push({ text: part, kind });
  }
  return pieces;
}

function kindOf(part: string): Piece['kind'] {
  if (part.startsWith('<!--')) return 'faint';
  if (/^<\/?[\w:]/.test(part)) return 'key';
  if (/^\/?>$/.test(part)) return 'punctuation';
  if (/^(["']).*\1$/s.test(part)) return 'string';
  return 'plain';
}
