import { member } from './json-value.ts';

/** The pointer of a path of keys: `['paths', '/offers', 'get']` → `/paths/~1offers/get` (RFC 6901 §3). */
export function toPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${escapeKey(key)}`).join('');
}

export function escapeKey(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The keys of a pointer (RFC 6901 §4); an empty pointer means the whole document. */
export function pointerKeys(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of a local reference, `#/components/schemas/A%20B` → `/components/schemas/A B` (RFC 6901 §6), else `undefined`. */
export function pointerOfRef(ref: string): string | undefined {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}

/** What a pointer names in a document, by own members only; `undefined` where there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const key of pointerKeys(pointer)) {
    value = member(value, key);
    if (value === undefined) return undefined;
  }
  return value;
}
