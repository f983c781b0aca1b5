/** What the words of a condition say, as far as they are understood. */
export type Clause =
  | { readonly kind: 'there'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  /** One of the values, as text or JSON. */
  | { readonly kind: 'value'; readonly path: string; readonly values: readonly string[] }
  | { readonly kind: 'not'; readonly of: Clause }
  | { readonly kind: 'all'; readonly of: readonly Clause[] }
  | { readonly kind: 'any'; readonly of: readonly Clause[] };

/**
 * Reads the words that the contract's page has for a clause: "`type` is `card` or `cash` and `number` is needed". Null where any of it is
 * not understood: then nothing is concluded from it.
 */
export function readClause(words: string): Clause | null {
  const tokens = words.match(/`[^`]*`|[(),]|[^\s`(),]+/g) ?? [];
  const reader = new ClauseReader(tokens);
  try {
    const clause = reader.list();
    return reader.isAtEnd ? clause : null;
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

class NotUnderstood extends Error {}

class ClauseReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** `or` binds more tightly than `and`: what is and-ed within an or stands in brackets. Commas are as the last conjunction says. */
  list(): Clause {
    const clauses = [this.#clause()];
    const joints: string[] = [];
    for (let joint = this.#joint(); joint !== null; joint = this.#joint()) {
      joints.push(joint);
      clauses.push(this.#clause());
    }
    const said = new Set(joints.filter((joint) => joint !== ','));
    if (said.size === 0 && joints.length > 0) throw new NotUnderstood();
    if (said.size < 2) return joined(said.has('or') ? 'any' : 'all', clauses);
    if (joints.includes(',')) throw new NotUnderstood();
    const groups: Clause[][] = [[]];
    clauses.forEach((clause, at) => {
      if (at > 0 && joints[at - 1] === 'and') groups.push([]);
      groups.at(-1)?.push(clause);
    });
    return joined(
      'all',
      groups.map((group) => joined('any', group)),
    );
  }

  #joint(): string | null {
    const joint = [',', 'and', 'or'].find((one) => this.#skip(one));
    return joint ?? null;
  }

  #clause(): Clause {
    const isNot = this.#skip('not');
    if (this.#skip('(')) {
      const inside = this.list();
      this.#need(')');
      return isNot ? { kind: 'not', of: inside } : inside;
    }
    if (isNot) throw new NotUnderstood();
    return this.#predicate(this.#code());
  }

  #predicate(path: string): Clause {
    this.#need('is');
    if (this.#skip('there')) return { kind: 'there', path };
    if (this.#skip('missing')) return { kind: 'missing', path };
    if (this.#skip('needed')) {
      const there: Clause = { kind: 'there', path };
      return this.#skip('and', 'is') ? joined('all', [there, this.#values(path)]) : there;
    }
    if (this.#skip('not', 'allowed')) return { kind: 'missing', path };
    const values = this.#values(path);
    return this.#skip('or', 'is', 'missing') ? joined('any', [values, { kind: 'missing', path }]) : values;
  }

  #values(path: string): Clause {
    const isNot = this.#skip('not');
    const values = [this.#code()];
    while ((this.#peek() === ',' || this.#peek() === 'or') && isCode(this.#peek(1)) && this.#peek(2) !== 'is') {
      this.#at += 1;
      values.push(this.#code());
    }
    const value: Clause = { kind: 'value', path, values };
    return isNot ? { kind: 'not', of: value } : value;
  }

  #code(): string {
    const token = this.#peek();
    if (!isCode(token)) throw new NotUnderstood();
    this.#at += 1;
    return token.slice(1, -1);
  }

  #peek(ahead = 0): string {
    return this.#tokens[this.#at + ahead] ?? '';
  }

  #skip(...words: readonly string[]): boolean {
    if (!words.every((word, ahead) => this.#peek(ahead) === word)) return false;
    this.#at += words.length;
    return true;
  }

  #need(word: string): void {
    if (!this.#skip(word)) throw new NotUnderstood();
  }
}

function isCode(token: string): boolean {
  return token.length > 1 && token.startsWith('`');
}

function joined(kind: 'all' | 'any', of: readonly Clause[]): Clause {
  return of.length === 1 && of[0] ? of[0] : { kind, of };
}
