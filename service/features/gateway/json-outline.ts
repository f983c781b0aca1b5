/** What can be said of a JSON text by its punctuation alone. */
export interface JsonOutline {
  /** How deeply arrays and objects are nested. */
  readonly depth: number;
  /** At least how many values there are. */
  readonly values: number;
  /** How many members its objects have together, each as often as it is written. */
  readonly members: number;
}

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Reads the outline of a text in one pass that makes nothing, before anything is made of it. What is no JSON has one, too. */
export function jsonOutline(text: string): JsonOutline {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case comma:
        values += 1;
        break;
      case colon:
        members += 1;
        break;
      case openBracket:
      case openBrace:
        values += 1;
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case closeBracket:
      case closeBrace:
        depth -= 1;
    }
  }
  return { depth: deepest, values, members };
}

/** Where the string that begins at a quote ends; the text's length where it does not. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before -= 1;
  return (at - before) % 2 === 0;
}

/** How many members the objects of a parsed value have together. */
export function countMembers(root: unknown): number {
  let members = 0;
  const waiting: unknown[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) members += Object.keys(value).length;
    for (const below of Object.values(value)) if (typeof below === 'object' && below !== null) waiting.push(below);
  }
  return members;
}
