import type { PrismTokens } from 'prismjs/components/prism-core';

/** What a piece of code is, in the words of our themes. `text` has no colour of its own. */
export type PieceKind = 'text' | 'comment' | 'key' | 'string' | 'number' | 'keyword' | 'punctuation';

export type Piece = readonly [kind: PieceKind, text: string];

/** Prism's types of tokens by ours. Of a token within another, the kind that stands last here counts. */
const TYPES: Readonly<Record<Exclude<PieceKind, 'text'>, string>> = {
  comment: 'comment prolog doctype cdata',
  key: 'property attr-name tag selector variable parameter header-name key',
  string: 'string char attr-value template-string inserted url header-value',
  number: 'number boolean constant symbol null deleted status-code',
  keyword: 'keyword atrule builtin function class-name method request-line important',
  punctuation: 'punctuation operator',
};

const KINDS = ['text', ...Object.keys(TYPES)] as readonly PieceKind[];
const RANK = new Map(
  Object.values(TYPES).flatMap((types, index) => types.split(' ').map((type) => [type, index + 1] as const)),
);

/** Flat pieces from Prism's nested tokens; neighbours of one kind are one piece. */
export function piecesOf(tokens: PrismTokens): Piece[] {
  const pieces: [PieceKind, string][] = [];
  const add = (part: PrismTokens, rank: number): void => {
    if (typeof part === 'string') {
      const kind = KINDS[rank] ?? 'text';
      const last = pieces.at(-1);
      const before = pieces.at(-2);
      if (last?.[0] === kind) last[1] += part;
      else if (before?.[0] === kind && last?.[0] === 'text' && last[1].trim() === '') {
        // White space between two of a kind has no colour.
        before[1] += last[1] + part;
        pieces.pop();
      } else pieces.push([kind, part]);
    } else if (Array.isArray(part)) {
      for (const each of part as readonly PrismTokens[]) add(each, rank);
    } else {
      const { type, alias, content } = part as Exclude<PrismTokens, string | readonly unknown[]>;
      const types = [type, ...(typeof alias === 'string' ? [alias] : (alias ?? []))];
      add(content, Math.max(rank, ...types.map((one) => RANK.get(one) ?? 0)));
    }
  };
  add(tokens, 0);
  return pieces;
}
