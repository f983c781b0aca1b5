/** How a text is drawn from a pattern. */
interface Manner {
  /** How often `*` and `?` repeat, and `+` beyond its once. */
  readonly extra: number;
  /** The first repetition without an upper limit is drawn out to make the text this long. */
  readonly length: number;
}

const MAXIMUM_LENGTH = 2000;
/** Tried in this order for a class, an escape or a dot. */
const candidates = [...'a1A0bcdefz29BXZ_- ./:@+#,;=!?$%&*()[]{}<>|~^"\'`\\\n\t', 'é', '中'];

/** Texts that a pattern may accept, the shortest first. No promise: look-arounds are not looked at. */
export function textsForPattern(pattern: string, minLength: number): string[] {
  const manners: Manner[] = [
    { extra: 0, length: minLength },
    { extra: 1, length: minLength },
    { extra: 0, length: 0 },
  ];
  return [...new Set(manners.map((manner) => new PatternText(pattern, manner).draw()))];
}

/** Reads a pattern (ECMA-262 §22.2.1) once from left to right and writes what it asks for. */
class PatternText {
  readonly #pattern: string;
  readonly #manner: Manner;
  readonly #groups: string[] = [];
  #at = 0;
  #missing = 0;

  constructor(pattern: string, manner: Manner) {
    this.#pattern = pattern;
    this.#manner = manner;
  }

  draw(): string {
    const shortest = this.#disjunction(0);
    this.#missing = this.#manner.length - shortest.length;
    if (this.#missing <= 0) return shortest.slice(0, MAXIMUM_LENGTH);
    this.#at = 0;
    this.#groups.length = 0;
    return this.#disjunction(0).slice(0, MAXIMUM_LENGTH);
  }

  /** The first alternative; the others are only passed over. */
  #disjunction(depth: number): string {
    const first = this.#sequence(depth);
    while (this.#pattern[this.#at] === '|') {
      this.#at++;
      const missing = this.#missing;
      this.#sequence(depth);
      this.#missing = missing;
    }
    return first;
  }

  #sequence(depth: number): string {
    let text = '';
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern[this.#at] ?? '')) {
      const atom = this.#atom(depth);
      text += atom.repeat(this.#times(atom)).slice(0, MAXIMUM_LENGTH);
    }
    return text;
  }

  #atom(depth: number): string {
    const character = this.#pattern[this.#at] ?? '';
    if (character === '(') return depth < 50 ? this.#group(depth + 1) : this.#skip();
    if (character === '^' || character === '$') return this.#pass(1, '');
    const rest = this.#pattern.slice(this.#at, this.#at + 300);
    const zeroWidth = /^\\[bB]/.exec(rest);
    if (zeroWidth) return this.#pass(2, '');
    const back = /^\\([1-9])/.exec(rest);
    if (back) return this.#pass(2, this.#groups[Number(back[1]) - 1] ?? '');
    const set =
      /^(?:\[\^?\]?(?:\\.|[^\]\\])*\]|\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[pP]\{[^}]*\}|\\.|\.)/is.exec(
        rest,
      )?.[0];
    return set ? this.#pass(set.length, oneOf(set)) : this.#pass(1, character);
  }

  #group(depth: number): string {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(this.#pattern.slice(this.#at, this.#at + 100))?.[0] ?? '(';
    this.#at += opening.length;
    const isCapturing = opening === '(' || (opening.startsWith('(?<') && !/[=!]$/.test(opening));
    const index = isCapturing ? this.#groups.push('') - 1 : -1;
    const text = this.#disjunction(depth);
    if (this.#pattern[this.#at] === ')') this.#at++;
    if (index >= 0) this.#groups[index] = text;
    return /[=!]$/.test(opening) ? '' : text;
  }

  /** How often the atom before is written. */
  #times(atom: string): number {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#pattern.slice(this.#at, this.#at + 40));
    if (!found) return 1;
    this.#at += found[0].length;
    const [, sign, low, comma, high] = found;
    const least = sign ? (sign === '+' ? 1 : 0) : Number(low);
    const most = sign ? (sign === '?' ? 1 : Infinity) : comma ? (high ? Number(high) : Infinity) : least;
    let times = Math.min(least + this.#manner.extra, most);
    if (most === Infinity || most - times >= this.#missing) {
      const more = this.#missing > 0 && atom !== '' ? Math.ceil(this.#missing / atom.length) : 0;
      times += more;
      this.#missing -= more * atom.length;
    }
    return Math.min(times, MAXIMUM_LENGTH);
  }

  #pass(length: number, text: string): string {
    this.#at += length;
    return text;
  }

  #skip(): string {
    this.#at = this.#pattern.length;
    return '';
  }
}

/** A character that a class or escape accepts. */
function oneOf(set: string): string {
  for (const flags of ['u', '']) {
    try {
      const expression = new RegExp(`^(?:${set})$`, flags);
      const literal = set.startsWith('[') ? [...set.slice(1, -1)] : [decodeEscape(set)];
      return [...candidates, ...literal].find((candidate) => expression.test(candidate)) ?? '';
    } catch {
      continue;
    }
  }
  return '';
}

function decodeEscape(escape: string): string {
  const code = /^\\(?:u\{?|x)([0-9a-f]+)/i.exec(escape)?.[1];
  return code ? String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)) : escape.slice(1);
}
