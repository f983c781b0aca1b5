import { isDeepStrictEqual } from 'node:util';
import type { Contract, Schema } from '../../../../contract/model.ts';
import { shiftTime, type Template, type Transition } from '../../../../contract/x-sandbox/index.ts';
import { isObject } from '../example.ts';
import type { Item } from '../state.ts';
import { transitionsOf } from './schema-rules.ts';
import { timeIn } from './time-in.ts';

/** A change that an item is going to have, or should have had. */
export interface DueTransition {
  readonly at: Date;
  readonly transition: Transition;
}

/** The next change that time brings to an item as it is now; undefined where there is none. */
export function dueOf(contract: Contract, schema: Schema | undefined, item: Item): DueTransition | undefined {
  let next: DueTransition | undefined;
  for (const transition of transitionsOf(contract, schema)) {
    if (!holds(transition, item)) continue;
    const at = momentOf(transition.at, item);
    if (at !== undefined && (next === undefined || at < next.at)) next = { at, transition };
  }
  return next;
}

function holds(transition: Transition, item: Item): boolean {
  return Object.entries(transition.if).every(([name, values]) => {
    const value = within(item, name.split('.')) ?? null;
    return values.some((one) => one.kind === 'constant' && isDeepStrictEqual(one.value, value));
  });
}

function momentOf(at: Template, item: Item): Date | undefined {
  if (at.kind === 'path') return timeIn(within(item, at.path.steps));
  if (at.kind !== 'time' || at.from === 'now') return undefined;
  const from = timeIn(within(item, at.from.steps));
  if (from === undefined || at.shift === undefined) return from;
  return 'count' in at.shift.by ? undefined : shiftTime(from, at.shift.by, at.shift.sign);
}

function within(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (inner, step) => (isObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined),
    value,
  );
}
