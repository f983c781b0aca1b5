/** Where random bytes come from: passed in, so that tests decide. */
export type Random = (bytes: number) => Uint8Array;

export function pick(alphabet: string, length: number, random: Random): string {
  return [...random(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
