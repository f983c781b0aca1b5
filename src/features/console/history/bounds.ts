import { isKeptOnPurpose, type HistoryEntry } from './history-entry';

export interface Bounds {
  readonly entries: number;
  readonly bytes: number;
}

export const historyBounds: Bounds = { entries: 500, bytes: 20_000_000 };

/** Characters of an answer's body; of a longer one the beginning is kept. */
export const mostAnswerCharacters = 256 * 1024;
export const mostNameCharacters = 120;

export type RoomDecision =
  /** These make room. */
  | { readonly kind: 'room'; readonly leaving: readonly string[] }
  /** Everything that is kept is kept on purpose. */
  | { readonly kind: 'no-room' };

/** What leaves for new entries, the oldest first; never what somebody keeps on purpose. */
export function decideRoom(
  entries: readonly HistoryEntry[],
  incoming: readonly HistoryEntry[],
  bounds: Bounds = historyBounds,
): RoomDecision {
  let count = entries.length + incoming.length;
  let bytes = [...entries, ...incoming].reduce((sum, entry) => sum + entry.bytes, 0);
  const leaving: string[] = [];
  const loose = entries.filter((entry) => !isKeptOnPurpose(entry)).sort((a, b) => a.at - b.at);
  for (const entry of loose) {
    if (count <= bounds.entries && bytes <= bounds.bytes) break;
    leaving.push(entry.id);
    count -= 1;
    bytes -= entry.bytes;
  }
  return count <= bounds.entries && bytes <= bounds.bytes ? { kind: 'room', leaving } : { kind: 'no-room' };
}
