import type { Piece } from './json-row';

export interface MarkedPiece extends Piece {
  readonly isHit: boolean;
}

/** Pieces of a row, cut where what is searched for begins and ends. */
export function markHits(pieces: readonly Piece[], query: string): readonly MarkedPiece[] {
  const needle = query.toLowerCase();
  return pieces.flatMap((piece) => {
    if (needle === '') return [{ ...piece, isHit: false }];
    const low = piece.text.toLowerCase();
    // Letters whose small form is of another length: places in `low` would not be places in the text.
    if (low.length !== piece.text.length) return [{ ...piece, isHit: false }];
    const cut: MarkedPiece[] = [];
    let from = 0;
    for (let at = low.indexOf(needle); at !== -1; at = low.indexOf(needle, from)) {
      if (at > from) cut.push({ ...piece, text: piece.text.slice(from, at), isHit: false });
      from = at + needle.length;
      cut.push({ ...piece, text: piece.text.slice(at, from), isHit: true });
    }
    if (from < piece.text.length) cut.push({ ...piece, text: piece.text.slice(from), isHit: false });
    return cut;
  });
}
