export type JsonReading = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'text' };

/** A number of more digits than a number of JavaScript holds: as it is written. */
export class ExactNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toJSON(): string {
    return this.source;
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** Two ids of twenty digits stay two. Browsers that do not tell how a number is written take them for one. */
const keepDigits: Reviver = (_key, value, context) => {
  const source = context?.source;
  const isLong = typeof value === 'number' && source !== undefined && source.replace(/\D/g, '').length > 15;
  return isLong ? new ExactNumber(source) : value;
};

/** What is nested deeper than this is no document that one compares by its places; and the stack has an end. */
const mostNesting = 500;

/** JSON as a value; what is no JSON, or is nested too deep, stays text. */
export function readJson(text: string): JsonReading {
  if (nestingOf(text) > mostNesting) return { kind: 'text' };
  try {
    return { kind: 'json', value: JSON.parse(text, keepDigits) as unknown };
  } catch {
    return { kind: 'text' };
  }
}

function nestingOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (piece === '[' || piece === '{') most = Math.max(most, (depth += 1));
    else if (piece === ']' || piece === '}') depth -= 1;
  }
  return most;
}

const lineCharacters = 72;

/** A value as JSON: in one line where it is short, else indented. */
export function writeJson(value: unknown): string {
  if (value instanceof ExactNumber) return value.source;
  const line = JSON.stringify(value) ?? '';
  return line.length <= lineCharacters || typeof value !== 'object' ? line : JSON.stringify(value, null, 2);
}
