import type { Direction } from '../change.ts';
import type { Facets } from './facets.ts';

/** A change at a schema, or at one of its members: `step` leads there, `.email`. */
export interface SchemaChange {
  readonly rule: string;
  readonly isBreaking: boolean;
  readonly step?: string;
  readonly text: string;
}

/** One thing to compare. `direction` tells who writes the value. */
export type SchemaRule = (before: Facets, after: Facets, direction: Direction) => readonly SchemaChange[];

/** `.name`, or `["a name"]` where it would not read as one. */
export const memberStep = (name: string): string =>
  /^[\w$@-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
