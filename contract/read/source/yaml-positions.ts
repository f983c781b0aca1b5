import { load, type LoadOptions, type State } from 'js-yaml';
import { pointerKeys } from '../json-pointer.ts';
import { member } from '../json-value.ts';
import { linePositions } from './line-positions.ts';
import type { Position } from './source.ts';

/** Where each collection's keys, values and items begin, in the order of the text. */
type Starts = ReadonlyMap<object, readonly number[]>;

/**
 * Positions of JSON pointers in YAML that was parsed before with the same options: it is parsed once more, for a file that
 * nothing is wrong with never needs them. What merge keys bring has the place of the mapping that they stand in.
 */
export function yamlPositions(
  text: string,
  options: LoadOptions,
  pointers: readonly string[],
): ReadonlyMap<string, Position> {
  const starts = new Map<object, number[]>();
  const open: { children: number[] }[] = [];
  const root = load(text, {
    ...options,
    listener(event: 'open' | 'close', state: State) {
      if (event === 'open') {
        open.at(-1)?.children.push(state.position);
        open.push({ children: [] });
        return;
      }
      const closed = open.pop();
      const result: unknown = state.result;
      // An alias has the object that its anchor had, and no children.
      if (!closed?.children.length || typeof result !== 'object' || result === null || starts.has(result)) return;
      starts.set(result, closed.children);
    },
  });
  return linePositions(text, new Map(pointers.map((pointer) => [pointer, offsetOf(text, root, pointer, starts)])));
}

function offsetOf(text: string, root: unknown, pointer: string, starts: Starts): number {
  let value = root;
  let offset = skipSpace(text, 0);
  for (const key of pointerKeys(pointer)) {
    const children = typeof value === 'object' && value !== null ? starts.get(value) : undefined;
    const found = Array.isArray(value)
      ? skipSpace(text, children?.[Number(key)])
      : children?.find((start) => isKeyAt(text, start, key));
    if (found === undefined) break;
    offset = found;
    value = member(value, key);
  }
  return offset;
}

/** Whether a mapping's key is written at an offset: plain or quoted, followed by its colon. */
function isKeyAt(text: string, start: number, key: string): boolean {
  const quote = text[start];
  if (quote !== "'" && quote !== '"') {
    const end = start + key.length;
    return text.startsWith(key, start) && /^[ \t]*:(?:[\s,[\]{}]|$)/.test(text.slice(end, end + 20));
  }
  const end = endOfQuoted(text, start, quote);
  return unquote(text.slice(start, end), quote) === key && /^[ \t]*:/.test(text.slice(end, end + 20));
}

function endOfQuoted(text: string, start: number, quote: string): number {
  let at = start + 1;
  for (; at < text.length && (text[at] !== quote || (quote === "'" && text[at + 1] === "'")); at++) {
    if (text[at] === quote || (quote === '"' && text[at] === '\\')) at++;
  }
  return at + 1;
}

function unquote(literal: string, quote: string): string | undefined {
  if (quote === "'") return literal.slice(1, -1).replaceAll("''", "'");
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}

/** From the character behind a `-` or at the beginning of the text to what stands there: over space, lines and comments. */
function skipSpace(text: string, from: number): number;
function skipSpace(text: string, from: number | undefined): number | undefined;
function skipSpace(text: string, from: number | undefined): number | undefined {
  if (from === undefined) return undefined;
  const space = /(?:\s|#.*|---(?=\s)|%.*)*/y;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}
