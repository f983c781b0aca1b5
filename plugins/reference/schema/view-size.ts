import type { SchemaView } from '../../../contract/reference-page.ts';

const sizes = new WeakMap<SchemaView, number>();

/** How many lines a schema takes in a page: one for itself and each property, item and alternative within. */
export function sizeOf(view: SchemaView): number {
  let size = sizes.get(view);
  if (size === undefined) {
    size = viewsIn(view).reduce((sum, one) => sum + sizeOf(one), 1);
    sizes.set(view, size);
  }
  return size;
}

/** The views that stand in a view. */
export function viewsIn(view: SchemaView): SchemaView[] {
  const { alternatives, alsoAlternatives = [], conditions = [] } = view;
  const clauses = conditions.flatMap(({ when, then, otherwise }) => [when.schema, then?.schema, otherwise?.schema]);
  return [
    ...[...(view.properties ?? []), ...(view.patterns ?? [])].map((property) => property.schema),
    ...(view.prefixItems ?? []),
    ...(alternatives ? [alternatives, ...alsoAlternatives] : alsoAlternatives).flatMap(({ schemas }) => schemas),
    ...[view.items, view.contains?.schema, view.additional, view.names, view.not, view.decoded, ...clauses].filter(
      (one) => one !== undefined,
    ),
  ];
}
