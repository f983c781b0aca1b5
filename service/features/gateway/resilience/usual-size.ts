/** What is usual is known after so many answers, and only where they have a size that can shrink. */
const knownAfter = 50;
const leastBytes = 1000;
/** Each further answer moves it by so much. */
const weight = 1 / 50;
/** So many answers in a row, each below a tenth of what is usual, are told. */
const toldAfter = 10;
/** After so many, that is what is usual. */
const believedAfter = 500;

interface Usual {
  answers: number;
  bytes: number;
  smallInARow: number;
}

export interface UsualSizes {
  /** Counts an answer of this kind. How many in a row were far smaller than usual, where that is to be told; else 0. */
  readonly add: (kind: string, bytes: number) => { readonly smallInARow: number; readonly usualBytes: number };
}

/**
 * Knows how long the answers of one upstream usually are, each kind by itself: one that lost its data, or answers for somebody else, says
 * 200 and little else. Nothing is refused for it.
 */
export function usualSizes(): UsualSizes {
  const kinds = new Map<string, Usual>();
  return {
    add(kind, bytes) {
      const usual = kinds.get(kind) ?? { answers: 0, bytes, smallInARow: 0 };
      kinds.set(kind, usual);
      const isSmall = usual.answers >= knownAfter && usual.bytes >= leastBytes && bytes * 10 < usual.bytes;
      usual.smallInARow = isSmall ? usual.smallInARow + 1 : 0;
      if (usual.smallInARow > believedAfter) Object.assign(usual, { answers: 0, bytes, smallInARow: 0 });
      if (!isSmall) {
        usual.answers += 1;
        usual.bytes += (bytes - usual.bytes) * Math.max(weight, 1 / usual.answers);
      }
      const smallInARow = usual.smallInARow >= toldAfter ? usual.smallInARow : 0;
      return { smallInARow, usualBytes: Math.round(usual.bytes) };
    },
  };
}
