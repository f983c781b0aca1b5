import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';

/** `newId('exc')` → `exc_` and 26 lower-case characters that sort by the time of issue. */
export type NewId = (prefix: string) => string;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeLength = 10;
const randomLength = 16;
/** How many ids' randomness is drawn at a time: a draw costs more than its bytes. */
const drawnAtOnce = 64;

/**
 * A source of ULIDs (https://github.com/ulid/spec) with a prefix: 48 bits of milliseconds, 80 bits of randomness.
 * Ids of one source are strictly increasing: within one millisecond, or after a clock that went back, the last id is
 * incremented instead of drawn again, as the specification's section on monotonicity says.
 */
export function idSource(clock: Clock, random: (bytes: number) => Uint8Array = randomBytes): NewId {
  let lastTime = -1;
  let timeText = '';
  /** Each is one character, from 0 to 31; the first is the most significant. */
  let digits: number[] = [];
  const draw = digitSource(random);
  return (prefix) => {
    const time = clock.now().getTime();
    if (time > lastTime) {
      lastTime = time;
      timeText = encodeTime(time);
      digits = draw();
    } else if (!increment(digits)) {
      lastTime += 1;
      timeText = encodeTime(lastTime);
    }
    let text = `${prefix}_${timeText}`;
    for (const digit of digits) text += alphabet.charAt(digit);
    return text;
  };
}

/** Five bits of a byte are a digit, and all five are as random as the byte. */
function digitSource(random: (bytes: number) => Uint8Array): () => number[] {
  let drawn: Uint8Array = new Uint8Array();
  let at = 0;
  return () => {
    if (at + randomLength > drawn.length) {
      drawn = random(randomLength * drawnAtOnce);
      at = 0;
    }
    at += randomLength;
    return Array.from(drawn.subarray(at - randomLength, at), (byte) => byte & 31);
  };
}

/** Adds one; false where all were at their most, which are then zero. */
function increment(digits: number[]): boolean {
  for (let place = digits.length - 1; place >= 0; place -= 1) {
    const digit = digits[place] ?? 0;
    if (digit < 31) {
      digits[place] = digit + 1;
      return true;
    }
    digits[place] = 0;
  }
  return false;
}

export const newId: NewId = idSource(systemClock);

/** Every id of this prefix that was issued before the time sorts before this text, and every other one behind it. */
export function idBefore(prefix: string, time: Date): string {
  return `${prefix}_${encodeTime(Math.max(0, time.getTime()))}${'0'.repeat(randomLength)}`;
}

/** When an id of `newId` was issued; null where the text is none. */
export function idTime(id: string): Date | null {
  const text = /^[a-z]+_([0-9a-hjkmnp-tv-z]{10})[0-9a-hjkmnp-tv-z]{16}$/.exec(id)?.[1];
  if (text === undefined) return null;
  return new Date([...text].reduce((time, character) => time * 32 + alphabet.indexOf(character), 0));
}

function encodeTime(milliseconds: number): string {
  let text = '';
  for (let rest = milliseconds, place = 0; place < timeLength; place += 1, rest = Math.floor(rest / 32)) {
    text = alphabet.charAt(rest % 32) + text;
  }
  return text;
}
