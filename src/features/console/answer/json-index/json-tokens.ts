const escapes = new Set([...'"\\/bfnrtu'].map((character) => character.charCodeAt(0)));

/** The offset after a string's closing quote; negated, where it is broken off or not allowed (RFC 8259 §7). */
export function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === 34) return at + 1;
    if (byte < 32) return -at;
    if (byte !== 92) continue;
    at += 1;
    if (at < bytes.length && !escapes.has(bytes[at]!)) return -at;
  }
  return -bytes.length;
}

/** The offset after a number (RFC 8259 §6); `from` where there is none, negated where a digit is missing. */
export function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  if (bytes[at] === 45) at += 1;
  const whole = at;
  if (bytes[at] === 48) at += 1;
  else at = endOfDigits(bytes, at);
  if (at === whole) return whole === from ? from : -at;
  if (bytes[at] === 46) {
    const fraction = at + 1;
    at = endOfDigits(bytes, fraction);
    if (at === fraction) return -at;
  }
  if (bytes[at] !== 101 && bytes[at] !== 69) return at;
  at += 1;
  if (bytes[at] === 43 || bytes[at] === 45) at += 1;
  const exponent = at;
  at = endOfDigits(bytes, exponent);
  return at === exponent ? -at : at;
}

/** The offset after the word; `from` where it is not there. */
export function endOfLiteral(bytes: Uint8Array, from: number, word: string): number {
  for (let at = 0; at < word.length; at += 1) if (bytes[from + at] !== word.charCodeAt(at)) return from;
  return from + word.length;
}

function endOfDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at]! >= 48 && bytes[at]! <= 57) at += 1;
  return at;
}
