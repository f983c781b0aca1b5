/** What a value of a JSON text is. */
export const Kind = { object: 0, array: 1, string: 2, number: 3, boolean: 4, null: 5 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Stands where there is no node or no key. */
export const none = 0xffff_ffff;

/**
 * Where each value of a JSON text stands, in the order of the text: typed arrays, so that millions of values are few
 * bytes each, and nothing of the text is copied. A node is the number of a value; 0 is the root.
 */
export interface JsonIndex {
  /** The text as UTF-8. */
  readonly bytes: Uint8Array;
  /** How many values there are. */
  readonly count: number;
  readonly kind: Uint8Array;
  readonly depth: Uint16Array;
  /** Byte offsets of the value: the first byte, and the one after its last. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Byte offset of the member's name, at its quote; `none` for items and the root. */
  readonly key: Uint32Array;
  /** The first node after everything inside this one. */
  readonly next: Uint32Array;
  readonly parent: Uint32Array;
  /** The 0-based place among the members or items of the parent. */
  readonly ordinal: Uint32Array;
  /** How many members or items it has. */
  readonly size: Uint32Array;
  /** Where the text stops being JSON (RFC 8259); what came before is indexed all the same. */
  readonly fault: JsonFaultAt | null;
}

export interface JsonFaultAt {
  readonly at: number;
  /** What could have stood there: `a colon`. */
  readonly expected: string;
}

const utf8 = new TextDecoder();

/** The characters between two byte offsets; one that is cut at the edge becomes U+FFFD. */
export function textBetween({ bytes }: Pick<JsonIndex, 'bytes'>, from: number, to: number): string {
  return utf8.decode(bytes.subarray(from, to));
}

export function isContainer(index: JsonIndex, node: number): boolean {
  return (index.kind[node] ?? Kind.null) <= Kind.array;
}

/** The member's name with its quotes, as it came; null for items and the root. */
export function quotedName(index: JsonIndex, node: number): string | null {
  const from = index.key[node] ?? none;
  if (from === none) return null;
  return textBetween(index, from, endOfString(index.bytes, from));
}

/** The member's name, or the item's number. '' for the root. */
export function stepOf(index: JsonIndex, node: number): string {
  const quoted = quotedName(index, node);
  if (quoted === null) return node === 0 ? '' : String(index.ordinal[node]);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}

/** The offset after the closing quote of the string that begins at `from`. */
export function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (; at < bytes.length && bytes[at] !== 34; at += 1) if (bytes[at] === 92) at += 1;
  return Math.min(at + 1, bytes.length);
}
