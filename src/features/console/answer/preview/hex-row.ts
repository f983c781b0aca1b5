export const bytesInRow = 16;

/** `00000010  89 50 4e 47 …  .PNG…`, as hex editors show it. */
export function hexRow(bytes: Uint8Array, row: number): string {
  const from = row * bytesInRow;
  const part = [...bytes.subarray(from, from + bytesInRow)];
  const hex = part.map((byte) => byte.toString(16).padStart(2, '0'));
  const columns = `${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}`.padEnd(bytesInRow * 3);
  const text = part.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
  return `${from.toString(16).padStart(8, '0')}  ${columns}  ${text}`;
}
