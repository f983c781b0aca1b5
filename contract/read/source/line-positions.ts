import type { Position } from './source.ts';

/** Lines and columns of many offsets in one pass over the text, in the order of the offsets given. */
export function linePositions<Key>(text: string, offsets: ReadonlyMap<Key, number>): Map<Key, Position> {
  const positions = new Map<Key, Position>([...offsets.keys()].map((key) => [key, { line: 1, column: 1 }]));
  let line = 1;
  let lineStart = 0;
  for (const [key, offset] of [...offsets].sort((a, b) => a[1] - b[1])) {
    for (let next = text.indexOf('\n', lineStart); next !== -1 && next < offset; next = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = next + 1;
    }
    positions.set(key, { line, column: offset - lineStart + 1 });
  }
  return positions;
}
