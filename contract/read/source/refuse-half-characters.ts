import { toPointer } from '../json-pointer.ts';
import { PortalError } from '../portal-error.ts';
import type { Parsed } from './source.ts';

/** How JSON and YAML write what may be half of a character. */
const HALF = /\\u[dD][89a-fA-F]/;

/**
 * JSON and YAML can escape half of a character (RFC 8259 §8.2: "unpredictable"). No page can show it, no file be called so, and other
 * parsers end there. Throws a {@link PortalError} with the place.
 */
export function refuseHalfCharacters({ file, value, locate }: Parsed, text: string): void {
  if (!HALF.test(text)) return;
  const keys = keysOfHalf(value, []);
  if (keys === undefined) return;
  const pointer = toPointer(keys);
  throw new PortalError(
    'this has half of a character, \\ud800 to \\udfff without its other half. Write the whole character.',
    { file, ...locate([pointer]).get(pointer) },
  );
}

/** The keys that lead to the first text with half a character in it. */
function keysOfHalf(value: unknown, keys: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : keys;
  if (typeof value !== 'object' || value === null || keys.length > DEEP) return undefined;
  for (const [key, inside] of Object.entries(value)) {
    const found = key.isWellFormed() ? keysOfHalf(inside, [...keys, key]) : keys;
    if (found) return found;
  }
  return undefined;
}

/** What is nested deeper is refused for that. */
const DEEP = 500;
