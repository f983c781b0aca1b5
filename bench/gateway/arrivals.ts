import type { Phase } from './open-loop.ts';

/**
 * When requests are meant to be sent, in milliseconds from the start: independent of each other, as those of many clients are (a Poisson
 * process). The same each time, so that all who are compared get the same load.
 */
export function* arrivals(phases: readonly Phase[]): Generator<number> {
  const random = seeded(20_261_121);
  let begin = 0;
  for (const { rate, seconds } of phases) {
    const end = begin + seconds * 1000;
    for (let at = begin; ;) {
      at -= (Math.log(1 - random()) * 1000) / rate;
      if (at >= end) break;
      yield at;
    }
    begin = end;
  }
}

/** Mulberry32: from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
