import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';

/** `newId('exc')` → `exc_` and 26 lower-case characters that sort by the time of issue. */
export type NewId = (prefix: string) => string;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const randomBits = 80n;

/**
 * A source of ULIDs (https://github.com/ulid/spec) with a prefix: 48 bits of milliseconds, 80 bits of randomness.
 * Ids of one source are strictly increasing: within one millisecond, or after a clock that went back, the last id is
 * incremented instead of drawn again, as the specification's section on monotonicity says.
 */
export function idSource(clock: Clock, random: (bytes: number) => Uint8Array = randomBytes): NewId {
  let lastTime = -1n;
  let lastRandom = 0n;
  return (prefix) => {
    const time = BigInt(clock.now().getTime());
    if (time > lastTime) {
      lastTime = time;
      lastRandom = BigInt(`0x${Buffer.from(random(10)).toString('hex')}`);
    } else {
      lastRandom += 1n;
    }
    return `${prefix}_${encode((lastTime << randomBits) + lastRandom)}`;
  };
}

export const newId: NewId = idSource(systemClock);

/** Every id of this prefix that was issued before the time sorts before this text, and every other one behind it. */
export function idBefore(prefix: string, time: Date): string {
  return `${prefix}_${encode(BigInt(Math.max(0, time.getTime())) << randomBits)}`;
}

function encode(value: bigint): string {
  let text = '';
  for (let rest = value, place = 0; place < 26; place += 1, rest >>= 5n) {
    text = alphabet.charAt(Number(rest & 31n)) + text;
  }
  return text;
}
