import { randomBytes } from 'node:crypto';

const drawnAtOnce = 4096;

/** Random bytes, drawn many at a time: a draw costs more than its bytes. Nobody gets the same bytes twice. */
export function drawnBytes(random: (bytes: number) => Buffer = randomBytes): (bytes: number) => Buffer {
  let drawn: Buffer = Buffer.alloc(0);
  let at = 0;
  return (bytes) => {
    if (at + bytes > drawn.length) {
      drawn = random(Math.max(drawnAtOnce, bytes));
      at = 0;
    }
    at += bytes;
    return drawn.subarray(at - bytes, at);
  };
}
