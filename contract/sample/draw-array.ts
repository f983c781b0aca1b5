import type { Schema } from '../model.ts';
import { type MergedSchema, mergeSchema, said, together } from './merged-schema.ts';
import { type Drawer, isRecursion, type Place, placeBelow } from './place.ts';

const MAXIMUM_ITEMS = 50;

/** One item, or as many as are needed. */
export function drawArray(drawer: Drawer, merged: MergedSchema, place: Place): unknown[] {
  const prefix = said(merged, 'prefixItems')[0] ?? [];
  const items = said(merged, 'items');
  const contained = said(merged, 'contains');
  const item = together([...items, ...contained]);
  const least = Math.max(prefix.length, contained.length > 0 ? 1 : 0, ...said(merged, 'minItems'));
  const isSpare = items.length === 0 || item === false || drawer.isFull || isRecursion(drawer, item, merged, place);
  const wanted = Math.min(Math.max(least, isSpare ? 0 : 1), MAXIMUM_ITEMS, ...said(merged, 'maxItems'));
  const isUnique = said(merged, 'uniqueItems').includes(true);
  const made: unknown[] = [];
  for (let index = 0; index < wanted; index++) {
    const pointer = `${place.pointer}/${index}`;
    if (index >= least && drawer.plan.isOmitted(pointer)) break;
    const value = drawer.draw(prefix[index] ?? item, placeBelow(merged, place, pointer, []));
    made.push(isUnique ? differentFrom(made, value, drawer, item) : value);
  }
  return made;
}

/** Another value for a list without repetitions. */
function differentFrom(others: readonly unknown[], value: unknown, { contract }: Drawer, item: Schema): unknown {
  const isTaken = (candidate: unknown) => others.some((other) => JSON.stringify(other) === JSON.stringify(candidate));
  if (!isTaken(value)) return value;
  const values = said(mergeSchema(contract, item), 'enum')[0];
  if (values) return values.find((candidate) => !isTaken(candidate)) ?? value;
  if (typeof value === 'string') return `${value}${others.length + 1}`;
  return typeof value === 'number' ? value + others.length : value;
}
