import { matchOperations } from '../../../contract/changes/index.ts';
import type { Contract } from '../../../contract/model.ts';

/** From an operation's id to the slug of what it is in the other version. */
export interface CounterpartSlugs {
  /** From ids of the older version. */
  readonly after: ReadonlyMap<string, string>;
  /** From ids of the newer version. */
  readonly before: ReadonlyMap<string, string>;
}

const known = new WeakMap<Contract, WeakMap<Contract, CounterpartSlugs>>();

/** Which operation became which, whether or not it kept its id. Computed once for two versions. */
export function counterpartSlugs(older: Contract, newer: Contract): CounterpartSlugs {
  const others = known.get(older) ?? new WeakMap<Contract, CounterpartSlugs>();
  known.set(older, others);
  let found = others.get(newer);
  if (!found) {
    const both = [
      ...matchOperations(older.operations, newer.operations).both,
      ...matchOperations(older.webhooks, newer.webhooks).both,
    ];
    found = {
      after: new Map(both.map(({ before, after }) => [before.id, after.slug])),
      before: new Map(both.map(({ before, after }) => [after.id, before.slug])),
    };
    others.set(newer, found);
  }
  return found;
}
