import { PortalError } from '../portal-error.ts';
import { jsonOffsets } from './json-offsets.ts';
import { linePositions } from './line-positions.ts';
import type { Source } from './source.ts';

/** Parses JSON with the engine's own parser, the only one that reads 13 MB in a tenth of a second; positions are found later. */
export function parseJsonSource(file: string, text: string): Source {
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
  const position = offset === undefined ? undefined : linePositions(text, new Map([['error', offset]])).get('error');
  const what = message.replace(/ (?:in JSON )?at position .*$|, (?:\.\.\.)?".* is not valid JSON$/s, '');
  return new PortalError(`this is not valid JSON: ${what}. Mend the syntax there.`, { file, ...position });
}

/** V8 tells the position in most messages; where it tells only the token, it stopped at the token's first odd place. */
function syntaxErrorOffset(text: string, message: string): number | undefined {
  const told = /at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  if (message.includes('end of JSON')) return text.length;
  return undefined;
}
