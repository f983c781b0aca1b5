import type { Operation } from '../model.ts';
import type { Change, OperationChange, SharedChange } from './change.ts';

const LEAST_OPERATIONS = 3;
const LEAST_SHARE = 0.8;

/** An operation that is in both versions, its changes, and the places that it has in both. */
export interface Compared extends OperationChange {
  readonly before: Operation;
  readonly after: Operation;
  readonly places: ReadonlySet<string>;
}

/** Takes out what (almost) all operations that have a place have in common there: a new error shape is told once. */
export function takeShared(compared: readonly Compared[]): {
  readonly shared: readonly SharedChange[];
  readonly rest: readonly Compared[];
} {
  const found = new Map<string, { readonly change: Change; readonly by: Set<Compared> }>();
  for (const operation of compared) {
    for (const change of operation.changes) {
      const entry = found.get(keyOf(change)) ?? { change, by: new Set() };
      entry.by.add(operation);
      found.set(keyOf(change), entry);
    }
  }
  const keys = new Set<string>();
  const shared: SharedChange[] = [];
  for (const [key, { change, by }] of found) {
    const home = change.where.replace(/, header .*$/, '');
    const having = compared.filter(({ places }) => places.has(home));
    // A place that came or went is in no operation on both sides: all operations count.
    const all = having.length < by.size ? compared : having;
    if (by.size < LEAST_OPERATIONS || by.size < LEAST_SHARE * all.length) continue;
    keys.add(key);
    shared.push({ change, except: all.filter((one) => !by.has(one)).map(({ after }) => after) });
  }
  const rest = compared.map((one) => ({ ...one, changes: one.changes.filter((change) => !keys.has(keyOf(change))) }));
  return { shared, rest };
}

const keyOf = ({ rule, where, path, text }: Change) => `${rule}\n${where}\n${path}\n${text}`;
