import { type AskedTrouble, readAsked } from './asked-trouble.ts';
import { longestDelayMs } from './delay-text.ts';
import { findMagic } from './find-magic.ts';
import { inducedError, preferredAnswer } from './induced-error.ts';
import { magicTrouble } from './magic-values.ts';
import { noTrouble, type Trouble } from './trouble.ts';
import type { TroubledRequest } from './troubled-request.ts';

/** What the request itself asks for: by its headers, else by a magic value in it. Null where it asks for nothing. */
export function requestedTrouble(request: TroubledRequest): Trouble | null {
  const asked = readAsked(request.headers);
  if (asked !== null) return byHeaders(request, asked);
  const magic = findMagic(request);
  return magic === undefined ? null : byMagic(request, magic);
}

function byHeaders(request: TroubledRequest, asked: AskedTrouble): Trouble {
  const { status, example, isDynamic, connection, applied } = asked;
  const isAnswered = status !== undefined || example !== undefined || isDynamic;
  const delayMs = Math.min(asked.delayMs, longestDelayMs);
  return {
    marks: [...applied.map((one) => `prefer; ${one}`), ...(asked.delayMs > 0 ? [`delay; ${delayMs} ms`] : [])],
    ...(isAnswered && { instead: preferredAnswer(request, { status, example, isDynamic }) }),
    delayMs,
    ...(connection && { connection }),
    applied,
  };
}

function byMagic(request: TroubledRequest, value: string): Trouble {
  const { status, delayMs = 0, connection } = magicTrouble(value) ?? {};
  const detail = `The sandbox answers like this because the request has the value "${value}" in it.`;
  return {
    ...noTrouble,
    marks: [`magic; ${value}`],
    ...(status !== undefined && { instead: inducedError(request, status, detail) }),
    delayMs,
    ...(connection && { connection }),
  };
}
