import type { Contract, Schema } from '../model.ts';
import type { Direction } from '../validate/index.ts';
import { type MergedSchema, mergeSchema, said } from './merged-schema.ts';
import type { Plan } from './plan.ts';

/** Where in the value a schema is drawn. */
export interface Place {
  readonly pointer: string;
  readonly depth: number;
  /** The references on the way here. */
  readonly refs: ReadonlySet<string>;
  /** What examples further up have here. */
  readonly hints: readonly unknown[];
  /** Only what is required. */
  readonly isLean?: boolean;
}

/** What the parts of a drawing share. */
export interface Drawer {
  readonly contract: Contract;
  readonly direction: Direction;
  readonly plan: Plan;
  /** So much was drawn that only what is required is still added. */
  readonly isFull: boolean;
  draw(schema: Schema, place: Place): unknown;
}

export function placeBelow(merged: MergedSchema, place: Place, pointer: string, hints: readonly unknown[]): Place {
  return { pointer, depth: place.depth + 1, refs: new Set([...place.refs, ...merged.refs]), hints };
}

/** Not shown in this direction. */
export function isHidden({ contract, direction }: Drawer, schema: Schema): boolean {
  const flag = direction === 'request' ? 'readOnly' : 'writeOnly';
  return said(mergeSchema(contract, schema), flag).includes(true);
}

/** The schema is already being drawn further up. */
export function isRecursion({ contract }: Drawer, schema: Schema, merged: MergedSchema, place: Place): boolean {
  return [...mergeSchema(contract, schema).refs].some((ref) => place.refs.has(ref) || merged.refs.has(ref));
}
