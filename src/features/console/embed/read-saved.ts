import type { SavedValue } from '../../../../contract/embedded-operation';
import type { SavedValues } from './saved-values';

/** What a step hands on, out of an answer's text; what is not there, or null, is left out. */
export function readSaved(saves: readonly SavedValue[], text: string): SavedValues {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return {};
  }
  const found = saves.map(({ name, pointer }) => [name, valueAt(document, pointer)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined && value !== null));
}

/** RFC 6901; undefined where nothing is. */
function valueAt(document: unknown, pointer: string): unknown {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    document,
  );
}
