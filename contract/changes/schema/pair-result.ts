import type { Schema } from '../../model.ts';
import type { SchemaChange } from './schema-change.ts';

/** Two schemas below, still to be compared, and the step that leads there. */
export interface Child {
  readonly step: string;
  readonly before: Schema;
  readonly after: Schema;
}

export interface PairResult {
  readonly changes: readonly SchemaChange[];
  readonly children: readonly Child[];
}

export interface Sides<Side> {
  readonly before: Side;
  readonly after: Side;
}
