import type { Piece } from './pieces';

/** In the browser there is no highlighter when a page wakes up: the server's HTML has its colours. (`at-once.server.ts` is the other.) */
export function highlightAtOnce(_text: string, _grammar: string): readonly Piece[] | undefined {
  return undefined;
}
