import type { SchemaView } from '../../../../contract/reference-page';
import type { SchemaParts } from './schema-parts';

/** A step into a JSON value: a member's name, or an item's index. */
export type Step = string | number;

const mostSchemas = 40;

/** All that a schema says of the value at a path; several where there are alternatives. */
export async function schemasAt(
  schema: SchemaView,
  path: readonly Step[],
  parts: SchemaParts,
): Promise<readonly SchemaView[]> {
  let found = await expanded([schema], parts);
  for (const step of path)
    found = await expanded(
      found.flatMap((view) => inside(view, step)),
      parts,
    );
  return found;
}

function inside(view: SchemaView, step: Step): readonly SchemaView[] {
  if (typeof step === 'number') {
    const own = view.prefixItems?.[step] ?? view.items;
    return own ? [own] : [];
  }
  const own = view.properties?.find(({ name }) => name === step)?.schema ?? view.additional;
  return own ? [own] : [];
}

/** Each with what the page left out of it, and with its alternatives. */
async function expanded(views: readonly SchemaView[], parts: SchemaParts): Promise<readonly SchemaView[]> {
  const all: SchemaView[] = [];
  const open = [...views];
  for (let use = open.shift(); use && all.length < mostSchemas; use = open.shift()) {
    const view = use.more === undefined ? use : await parts.fetch(use.more);
    all.push(view);
    for (const set of [view.alternatives, ...(view.alsoAlternatives ?? [])]) open.push(...(set?.schemas ?? []));
  }
  return all;
}
