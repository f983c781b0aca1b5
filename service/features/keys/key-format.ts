import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * A key is `ptl_test_` or `ptl_live_`, 30 random base62 characters (178 bits), and 6 base62 characters of the CRC-32 of all
 * before them. The prefix lets secret scanners find it; the checksum catches a typing error without a look-up, and lets
 * documentation show keys that no portal ever issued.
 */
export type KeyEnvironment = 'sandbox' | 'live';

const prefixes = { sandbox: 'ptl_test_', live: 'ptl_live_' } as const;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 30;
const checksumLength = 6;
const shape = /^ptl_(?:test|live)_[0-9A-Za-z]{36}$/;

export type RandomBytes = (bytes: number) => Uint8Array;

export function makeKey(environment: KeyEnvironment, random: RandomBytes): string {
  const rest = prefixes[environment] + randomText(secretLength, random);
  return rest + checksum(rest);
}

/** Whether the text has the shape of a key and its checksum is right. */
export function isWellFormed(text: string): boolean {
  return shape.test(text) && checksum(text.slice(0, -checksumLength)) === text.slice(-checksumLength);
}

/** `ptl_test_1a2B`: the prefix and 4 of the 30 random characters, which leave 154 bits to guess. */
export function hintOf(key: string): string {
  return key.slice(0, prefixes.sandbox.length + 4);
}

/** What is stored instead of the key. 178 random bits need no salt and no slow hash. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function checksum(text: string): string {
  let digits = '';
  for (let rest = crc32(text), place = 0; place < checksumLength; place += 1, rest = Math.floor(rest / 62)) {
    digits = alphabet.charAt(rest % 62) + digits;
  }
  return digits;
}

/** Bytes above the largest multiple of 62 are drawn again: every character is equally likely. */
function randomText(length: number, random: RandomBytes): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < 248 && text.length < length) text += alphabet.charAt(byte % 62);
    }
  }
  return text;
}
