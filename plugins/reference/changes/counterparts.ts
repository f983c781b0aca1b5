import { matchOperations } from '../../../contract/changes/index.ts';
import type { Contract, Operation } from '../../../contract/model.ts';

/** From an operation's id to what it is in the other version. */
export interface Counterparts {
  /** From ids of the older version. */
  readonly after: ReadonlyMap<string, Operation>;
  /** From ids of the newer version. */
  readonly before: ReadonlyMap<string, Operation>;
}

const known = new WeakMap<Contract, WeakMap<Contract, Counterparts>>();

/** Which operation became which, whether or not it kept its id. Computed once for two versions. */
export function counterpartsOf(older: Contract, newer: Contract): Counterparts {
  const others = known.get(older) ?? new WeakMap<Contract, Counterparts>();
  known.set(older, others);
  let found = others.get(newer);
  if (!found) {
    const both = [
      ...matchOperations(older.operations, newer.operations).both,
      ...matchOperations(older.webhooks, newer.webhooks).both,
    ];
    found = {
      after: new Map(both.map(({ before, after }) => [before.id, after])),
      before: new Map(both.map(({ before, after }) => [after.id, before])),
    };
    others.set(newer, found);
  }
  return found;
}
