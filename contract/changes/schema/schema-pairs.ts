import type { Contract, Schema } from '../../model.ts';
import type { Direction } from '../change.ts';
import { comparePair } from './compare-pair.ts';
import { facetsOf, type Facets } from './facets.ts';
import { isSameText } from './is-same-text.ts';
import type { SchemaChange } from './schema-change.ts';

/** Two schemas that stand at the same place, compared once, however many places they stand at. */
export interface SchemaPair {
  readonly before: Facets;
  readonly after: Facets;
  changes: readonly SchemaChange[];
  children: readonly { readonly step: string; readonly pair: SchemaPair }[];
  readonly parents: SchemaPair[];
  /** Whether something changed here or below. */
  isChanged: boolean;
}

/** Beyond this nothing deeper is compared; GitHub's description has a sixth of it. */
const MOST_PAIRS = 1_000_000;

/**
 * The pairs of schemas of two contracts, as a graph: a recursive schema leads back to a pair that is there already, so that the
 * work grows with the descriptions and not with the ways through them. `isChanged` is kept up to date as pairs are added.
 */
export class SchemaPairs {
  readonly #before: Contract;
  readonly #after: Contract;
  readonly #known = { request: new WeakMap<Facets, Known>(), answer: new WeakMap<Facets, Known>() };
  #count = 0;

  constructor(before: Contract, after: Contract) {
    this.#before = before;
    this.#after = after;
  }

  pair(before: Schema, after: Schema, direction: Direction): SchemaPair {
    const fresh: SchemaPair[] = [];
    const root = this.#find(before, after, direction, fresh);
    for (let pair = fresh.pop(); pair; pair = fresh.pop()) this.#compare(pair, direction, fresh);
    return root;
  }

  #find(before: Schema, after: Schema, direction: Direction, fresh: SchemaPair[]): SchemaPair {
    const left = facetsOf(this.#before, before);
    const right = facetsOf(this.#after, after);
    const known = this.#known[direction];
    const others: Known = known.get(left) ?? new WeakMap<Facets, SchemaPair>();
    known.set(left, others);
    let pair = others.get(right);
    if (!pair) {
      pair = { before: left, after: right, changes: [], children: [], parents: [], isChanged: false };
      others.set(right, pair);
      this.#count += 1;
      if (this.#count <= MOST_PAIRS) fresh.push(pair);
    }
    return pair;
  }

  #compare(pair: SchemaPair, direction: Direction, fresh: SchemaPair[]): void {
    const contracts = { before: this.#before, after: this.#after };
    const { changes, children } = comparePair(pair, direction, contracts);
    pair.changes = changes;
    pair.children = children.flatMap((child) => {
      if (isSameText(child.before, child.after)) return [];
      const below = this.#find(child.before, child.after, direction, fresh);
      below.parents.push(pair);
      return [{ step: child.step, pair: below }];
    });
    if (changes.length > 0 || pair.children.some(({ pair: below }) => below.isChanged)) markChanged(pair);
  }
}

type Known = WeakMap<Facets, SchemaPair>;

function markChanged(first: SchemaPair): void {
  const open = [first];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    if (pair.isChanged) continue;
    pair.isChanged = true;
    open.push(...pair.parents);
  }
}
