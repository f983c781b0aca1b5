import type { Piece, PieceKind } from './pieces';

/**
 * Short elements without a role of their own; syntax.css gives them their colours. A page of the reference has thousands of them, and a
 * class each would be half of its HTML.
 */
const ELEMENTS: Readonly<Record<Exclude<PieceKind, 'text'>, string>> = {
  comment: 'small',
  key: 'b',
  string: 'i',
  number: 'u',
  keyword: 'var',
  punctuation: 'span',
};

/** Finds a coloured piece. */
export const COLOURED = [...Object.values(ELEMENTS).slice(0, -1), 'span:not([class])'].join();

/** The class of a line by its number (1-based). */
export type LineClass = (line: number) => string;

/**
 * Code as HTML. Its text is somebody else's: it gets into the HTML escaped, and nothing else of it does. With `lineClass` each line is an
 * element of its own.
 */
export function codeHtml(pieces: readonly Piece[], lineClass?: LineClass): string {
  if (!lineClass) return pieces.map(pieceHtml).join('');
  return linesOf(pieces)
    .map((line, index) => `<span class="${lineClass(index + 1)}">${line.map(pieceHtml).join('')}\n</span>`)
    .join('');
}

function pieceHtml([kind, text]: Piece): string {
  const escaped = text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? '');
  if (kind === 'text' || escaped === '') return escaped;
  const name = ELEMENTS[kind];
  return `<${name}>${escaped}</${name}>`;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const [kind, text] of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push([kind, part]);
    }
  }
  return lines;
}
