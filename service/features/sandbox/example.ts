import type { Contract, MediaType } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';

/** The values that a description shows for a body: its own examples, else those of its schema. */
export function examplesOf(contract: Contract, media: MediaType | undefined): readonly unknown[] {
  if (media === undefined) return [];
  const own = media.examples.map(({ value }) => value).filter((value) => value !== undefined);
  return own.length > 0 ? own : shapeOf(contract, media.schema).examples;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
