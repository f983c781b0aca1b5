import type { Random } from './random.ts';

const token = /\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|(\.)|([^()|*+?{}[\]\\.^$])/y;
const quantifier = /\{(\d+)(?:,(\d*))?\}|([*+?])/y;
const openEnded = 12;

/**
 * A text that a plain pattern describes: literals, classes and quantifiers, as patterns of ids have them. Undefined
 * where the pattern has groups, alternatives or look-around.
 */
export function textOfPattern(pattern: string, random: Random): string | undefined {
  const body = pattern.replace(/^\^/, '').replace(/\$$/, '');
  let text = '';
  for (let at = 0; at < body.length;) {
    token.lastIndex = at;
    const found = token.exec(body);
    if (found === null) return undefined;
    const alphabet = alphabetOf(found);
    if (alphabet === undefined) return undefined;
    at = token.lastIndex;
    quantifier.lastIndex = at;
    const times = quantifier.exec(body);
    if (times !== null) at = quantifier.lastIndex;
    for (const byte of random(lengthOf(times))) text += alphabet.charAt(byte % alphabet.length);
  }
  return text;
}

function lengthOf(times: RegExpExecArray | null): number {
  if (times === null) return 1;
  const [, least, most, sign] = times;
  if (least === undefined) return sign === '?' ? 1 : openEnded;
  if (most === undefined) return Number(least);
  const limit = most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return Math.max(Number(least), Math.min(openEnded, limit));
}

function alphabetOf([, escaped, negated, members, any, literal]: RegExpExecArray): string | undefined {
  if (literal !== undefined) return literal;
  if (any !== undefined) return 'abcdefghijklmnopqrstuvwxyz0123456789';
  if (escaped !== undefined) return escapes(escaped);
  if (negated === '^' || members === undefined) return undefined;
  return classMembers(members);
}

function escapes(character: string): string | undefined {
  if (character === 'd') return '0123456789';
  if (character === 'w') return 'abcdefghijklmnopqrstuvwxyz0123456789';
  return /[a-zA-Z0-9]/.test(character) ? undefined : character;
}

function classMembers(members: string): string | undefined {
  let all = '';
  for (const [, escaped, from, to, single] of members.matchAll(/\\(.)|([^\\])-([^\\])|([^\\])/g)) {
    if (escaped !== undefined) all += escapes(escaped) ?? '';
    else if (from !== undefined && to !== undefined) all += range(from, to);
    else all += single ?? '';
  }
  return all === '' ? undefined : all;
}

function range(from: string, to: string): string {
  const length = Math.min(to.charCodeAt(0) - from.charCodeAt(0) + 1, 128);
  return Array.from({ length: Math.max(length, 0) }, (_, i) => String.fromCharCode(from.charCodeAt(0) + i)).join('');
}
