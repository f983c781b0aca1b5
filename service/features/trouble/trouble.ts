import type { ProblemCode } from '../../platform/problem.ts';
import type { Standing } from '../limits/index.ts';
import type { ShownAnswer } from '../sandbox/index.ts';

/** What happens to a connection, with an answer on it. */
export const connectionTroubles = ['reset', 'truncate', 'garbage'] as const;
export type ConnectionTrouble = (typeof connectionTroubles)[number];

/** An answer in place of the sandbox's: the request is not played, nothing is done. */
export type InsteadAnswer =
  | { readonly kind: 'shown'; readonly answer: ShownAnswer & { readonly kind: 'answer' } }
  | {
      readonly kind: 'problem';
      readonly status: number;
      /** Null where the catalogue has no problem with this status. */
      readonly code: ProblemCode | null;
      readonly detail: string;
      readonly headers: Readonly<Record<string, string>>;
    };

/** What is to go wrong with one request. */
export interface Trouble {
  /** Who made it and how far that is, `flaky; 3/10`: the answer's `X-Sandbox-Trouble`, and the mark on the exchange. */
  readonly marks: readonly string[];
  /** Undefined: the sandbox plays the request. */
  readonly instead?: InsteadAnswer;
  /** How long the answer is held back. What the request asks for is done before that. */
  readonly delayMs: number;
  readonly connection?: ConnectionTrouble;
  /** How far the clock of the answer is off. */
  readonly skewMinutes?: number;
  /** Where the sender stands by a limit that stands in for the real ones. */
  readonly standing?: Standing;
  /** RFC 7240 §3: the answer's `Preference-Applied`. */
  readonly applied: readonly string[];
}

/** The header that says that an answer was made to go wrong. */
export const troubleHeader = 'x-sandbox-trouble';

export const noTrouble: Trouble = { marks: [], delayMs: 0, applied: [] };

export function isNothing(trouble: Trouble): boolean {
  return trouble.marks.length === 0 && trouble.applied.length === 0 && trouble.standing === undefined;
}
