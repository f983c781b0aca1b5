import { createContext, Script } from 'node:vm';

/**
 * Runs the `pattern`s of descriptions that nobody vetted on texts that nobody vetted. A backtracking matcher can take
 * exponential time for either ("ReDoS"). What guards it:
 * - a pattern without repeated groups and back references has a worst case that can be computed; where it is small,
 *   the pattern runs as it is;
 * - every other one runs under a time limit, and all of a validation under one budget. What takes longer counts as a
 *   match and is reported, so that neither a hostile pattern nor a hostile text can hold the process.
 */
export class GuardedPatterns {
  readonly #warn: (sentence: string) => void;
  #stepsLeft = 0;
  #millisecondsLeft = 0;

  constructor(warn: (sentence: string) => void) {
    this.#warn = warn;
  }

  /** Call before each validation. */
  refill(): void {
    this.#stepsLeft = STEPS_A_VALIDATION;
    this.#millisecondsLeft = MILLISECONDS_A_VALIDATION;
  }

  /** As ajv's `code.regExp`: something with `test`. A pattern that is not valid matches everything and is reported. */
  compile(pattern: string): { test: (text: string) => boolean } {
    const expression = parsePattern(pattern);
    if (!expression) {
      this.#warn(`the pattern ${JSON.stringify(pattern)} is not a regular expression; it is not checked.`);
      return { test: () => true };
    }
    const worstSteps = estimateSteps(pattern);
    return {
      test: (text) => {
        const steps = worstSteps(text.length);
        if (steps > STEPS_A_TEXT || steps > this.#stepsLeft) return this.#testInTime(expression, text);
        this.#stepsLeft -= steps;
        return this.#run(expression, () => expression.test(text));
      },
      // ajv tells patterns apart by this.
      toString: () => String(expression),
    } as { test: (text: string) => boolean };
  }

  /** The engine compiles late: only now does it say that a pattern is too large. */
  #run<Result>(expression: RegExp, test: () => Result): Result | true {
    try {
      return test();
    } catch {
      this.#warn(`the pattern ${JSON.stringify(expression.source)} is too large to be run; it is not checked.`);
      return true;
    }
  }

  #testInTime(expression: RegExp, text: string): boolean {
    const started = performance.now();
    const allowed = Math.min(MILLISECONDS_A_TEXT, Math.ceil(this.#millisecondsLeft));
    const result = allowed <= 0 ? 'too slow' : this.#run(expression, () => testWithin(expression, text, allowed));
    this.#millisecondsLeft -= performance.now() - started;
    if (result !== 'too slow') return result;
    this.#warn(
      `the pattern ${JSON.stringify(expression.source)} takes too long on some texts; they are not checked against it.`,
    );
    return true;
  }
}

/** About a millisecond. */
const STEPS_A_TEXT = 100_000;
const STEPS_A_VALIDATION = 5_000_000;
const MILLISECONDS_A_TEXT = 60;
const MILLISECONDS_A_VALIDATION = 200;

/** JSON Schema asks for Unicode patterns (2020-12 §6.4); many are only valid without. */
function parsePattern(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * An upper bound of a backtracking matcher's steps, by the text's length: the product of the ways that each
 * quantifier, alternation and start can be tried. Infinite where a group is repeated or referred back to.
 */
export function estimateSteps(pattern: string): (length: number) => number {
  const bare = pattern
    .replace(/\\[1-9]|\\k</g, '\u0000')
    .replace(/\\./gs, 'e')
    .replace(/\[[^\]]*\]/g, 'c');
  if (bare.includes('\u0000') || /\)(?:[*+]|\{)/.test(bare)) return () => Infinity;
  const unbounded = (bare.match(/[*+]|\{\d+,\}/g) ?? []).length + (bare.startsWith('^') ? 0 : 1);
  let choices = 2 ** ((bare.match(/\|/g) ?? []).length + (bare.match(/[^(*+?}]\?|\)\?/g) ?? []).length);
  for (const [, least, most] of bare.matchAll(/\{(\d+),(\d+)\}/g))
    choices *= Math.max(1, Number(most) - Number(least) + 1);
  return (length) => (length + 1) ** unbounded * choices + length;
}

const room: { expression: RegExp; text: string } = { expression: /^/, text: '' };
const test = new Script('expression.test(text)');
let context: object | undefined;

/** The engine interrupts a regular expression, too, when the time of a script is over. */
function testWithin(expression: RegExp, text: string, milliseconds: number): boolean | 'too slow' {
  context ??= createContext(room);
  room.expression = expression;
  room.text = text;
  try {
    return test.runInContext(context, { timeout: milliseconds }) as boolean;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'too slow';
    throw error;
  } finally {
    room.text = '';
  }
}
