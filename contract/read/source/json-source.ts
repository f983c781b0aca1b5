import { PortalError } from '../portal-error.ts';
import { jsonOffsets } from './json-offsets.ts';
import { linePositions } from './line-positions.ts';
import type { Parsed } from './source.ts';

/** Parses JSON with the engine's own parser, the only one that reads 13 MB in a tenth of a second; positions are found later. */
export function parseJsonSource(file: string, text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw describeSyntaxError(file, text, error);
  }
  return { file, value, locate: (pointers) => linePositions(text, jsonOffsets(text, pointers)) };
}

function describeSyntaxError(file: string, text: string, error: unknown): PortalError {
  const message = error instanceof Error ? error.message : String(error);
  const offset = syntaxErrorOffset(text, message);
  const position = linePositions(text, new Map([['error', offset]])).get('error');
  const what = message.replace(/ (?:in JSON )?at position .*$|, (?:\.\.\.)?".* is not valid JSON$/s, '');
  return new PortalError(`this is not valid JSON: ${what}. Mend the syntax there.`, { file, ...position });
}

/**
 * V8 tells the position in some messages only. Elsewhere it is the length of the longest beginning of the text that could
 * still become JSON, found by halving: two dozen parses of a text that is refused anyway.
 */
function syntaxErrorOffset(text: string, message: string): number {
  const told = /at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBeginningOfJson(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isBeginningOfJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = (error as Error).message;
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON|Unterminated/.test(message) || Number(position) === text.length;
  }
}
