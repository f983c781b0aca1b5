import type { Contract, Schema } from '../model.ts';
import { type Alternatives, type MergedSchema, said, typesOf, withBranch } from './merged-schema.ts';

const MAXIMUM_GIVEN = 40;

/** Values that the contract itself gives, the most telling first: constant, examples, default, enum. */
export function givenValues(merged: MergedSchema, hints: readonly unknown[]): unknown[] {
  const { parts } = merged;
  // The example of one part of several is not one of the whole.
  const isWhole = parts.every((part, index) => index === parts.length - 1 || part.$ref !== undefined);
  const whole = isWhole ? parts : parts.slice(0, 1);
  const examples = whole.flatMap((part) => part.examples ?? []);
  const constants = parts.flatMap((part) => (Object.hasOwn(part, 'const') ? [part.const] : []));
  const defaults = whole.flatMap((part) =>
    Object.hasOwn(part, 'default') && part.default !== null ? [part.default] : [],
  );
  const lists = said(merged, 'enum');
  const values = (lists[0] ?? []).filter((value) => value !== null || typesOf(merged)[0] === 'null');
  const fitting = values.filter((value) => lists.every((list) => list.includes(value)));
  return [...constants, ...hints, ...examples, ...defaults, ...fitting].slice(0, MAXIMUM_GIVEN);
}

/** The schema with one branch of its alternatives; where that branch has alternatives itself, with the first of those. */
export function withOption(contract: Contract, merged: MergedSchema, option: number): MergedSchema {
  let chosen = merged;
  let open: readonly Alternatives[] = merged.alternatives;
  for (let round = 0; open.length > 0 && round < 10; round++) {
    const next: Alternatives[] = [];
    for (const { branches, discriminator } of open) {
      const branch = branches[Math.min(round === 0 ? option : 0, branches.length - 1)] ?? true;
      chosen = withBranch(contract, chosen, { allOf: [branch, discriminated(branch, discriminator)] });
      next.push(...chosen.alternatives);
    }
    open = next;
  }
  return chosen;
}

/** The discriminator's value for a branch: its name in `mapping`, else that of its schema (OpenAPI 3.1 §4.8.25). */
function discriminated(branch: Schema, discriminator: Alternatives['discriminator']): Schema {
  const ref = typeof branch === 'object' ? branch.$ref : undefined;
  if (!discriminator || ref === undefined) return true;
  const mapped = Object.entries(discriminator.mapping ?? {}).find(
    ([, target]) => target === ref || ref.endsWith(`/${target}`),
  );
  const property: Schema = { const: mapped?.[0] ?? ref.slice(ref.lastIndexOf('/') + 1) };
  return { properties: { [discriminator.propertyName]: property }, required: [discriminator.propertyName] };
}
