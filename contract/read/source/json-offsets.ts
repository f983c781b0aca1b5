import { pointerKeys } from '../json-pointer.ts';

interface Wanted {
  pointers: string[];
  readonly children: Map<string, Wanted>;
}

/**
 * Where the values of JSON pointers stand in a valid JSON text: the offset of a member's key, of an item's first
 * character. One pass, which skips what no pointer leads into.
 */
export function jsonOffsets(text: string, pointers: readonly string[]): Map<string, number> {
  const offsets = new Map<string, number>();
  const root: Wanted = { pointers: [], children: new Map() };
  for (const pointer of pointers) want(root, pointer);
  let at = 0;

  /** A pointer that leads nowhere gets its nearest ancestor's place. */
  const settle = (wanted: Wanted, offset: number): void => {
    for (const pointer of wanted.pointers) offsets.set(pointer, offset);
    for (const child of wanted.children.values()) settle(child, offset);
  };
  const skipSpace = (): void => {
    while (text.charCodeAt(at) <= 0x20) at++;
  };
  const skipString = (): void => {
    for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
    at++;
  };
  const skipValue = (): void => {
    let depth = 0;
    do {
      const character = text[at];
      if (character === '"') {
        skipString();
        continue;
      }
      if (character === '{' || character === '[') depth++;
      else if (character === '}' || character === ']') depth--;
      at++;
    } while (at < text.length && (depth > 0 || !/[\s,\]}]/.test(text[at] ?? '')));
  };
  const readMember = (wanted: Wanted, key: string, offset: number): void => {
    const child = wanted.children.get(key);
    if (!child) return skipValue();
    settle(child, offset);
    readValue(child);
  };
  const readValue = (wanted: Wanted): void => {
    const open = text[at];
    if (wanted.children.size === 0 || (open !== '{' && open !== '[')) return skipValue();
    at++;
    for (let index = 0; ; index++) {
      skipSpace();
      if (text[at] === ',') {
        at++;
        skipSpace();
      }
      if (text[at] === '}' || text[at] === ']' || at >= text.length) break;
      const start = at;
      let key = String(index);
      if (open === '{') {
        skipString();
        key = JSON.parse(text.slice(start, at)) as string;
        skipSpace();
        at++;
        skipSpace();
      }
      readMember(wanted, key, start);
    }
    at++;
  };

  skipSpace();
  settle(root, at);
  readValue(root);
  return offsets;
}

function want(root: Wanted, pointer: string): void {
  let node = root;
  for (const key of pointerKeys(pointer)) {
    let child = node.children.get(key);
    if (!child) node.children.set(key, (child = { pointers: [], children: new Map() }));
    node = child;
  }
  node.pointers.push(pointer);
}
