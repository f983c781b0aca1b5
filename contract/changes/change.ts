import type { Operation } from '../model.ts';

/** One thing that differs between two versions of a contract. All of it is text; nothing of it is Markdown. */
export interface Change {
  /** Its rule's name, for programs: `property-removed`. */
  readonly rule: string;
  /** Whether an integration that was right for the older version can break by it. */
  readonly isBreaking: boolean;
  /** `query parameter page`, `request body`, `answer 200`. */
  readonly where: string;
  /** Below `where`, as one would write it in code: `holder.email`, `items[].status`; empty for the whole. */
  readonly path: string;
  /** What, in the present tense: `is required now`. */
  readonly text: string;
}

/** An operation of one version, the other, or both. */
export interface OperationChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'deprecated';
  readonly before?: Operation;
  readonly after?: Operation;
  /** Other operations of the newer version that take over a part, as the descriptions say by `x-replaced-by` or `x-replaces`. */
  readonly also: readonly Operation[];
  readonly changes: readonly Change[];
}

/** A change that (almost) all operations have in common: said once. */
export interface SharedChange {
  readonly change: Change;
  /** The operations that are in both versions and have this place, but not this change. */
  readonly except: readonly Operation[];
}

export interface ContractChanges {
  readonly shared: readonly SharedChange[];
  /** Those with a change of their own: those of the older version in its order, then the new ones in the newer version's. */
  readonly operations: readonly OperationChange[];
}

/** Who writes the value: the integrator (`request`), or the platform (`answer`). */
export type Direction = 'request' | 'answer';

export const opposite = (direction: Direction): Direction => (direction === 'request' ? 'answer' : 'request');

/** What a change does to the set of values that may be there. */
export type Effect = 'narrower' | 'wider' | 'other';

/**
 * A request breaks when less is taken, an answer when something comes that did not come before. What is neither breaks both.
 */
export function breaks(direction: Direction, effect: Effect): boolean {
  return effect === 'other' || effect === (direction === 'request' ? 'narrower' : 'wider');
}
