/**
 * A number from 0 to below 1 for each place of a run: the same for the same seed, place and purpose. The mixing of
 * splitmix32 (https://github.com/bryc/code/blob/master/jshash/PRNGs.md#splitmix32).
 */
export function draw(seed: number, place: number, purpose: number): number {
  let mixed = Math.trunc(seed + Math.imul(place + 1, 0x9e3779b9) + Math.imul(purpose, 0x85ebca6b)) | 0;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  mixed ^= mixed >>> 15;
  return (mixed >>> 0) / 4_294_967_296;
}
