import type { SchemaView } from '../../../contract/reference-page.ts';

const sizes = new WeakMap<SchemaView, number>();

/** How many lines a schema takes in a page: one for itself and each property, item and alternative within. */
export function sizeOf(view: SchemaView): number {
  let size = sizes.get(view);
  if (size === undefined) {
    const inside = [
      ...(view.properties ?? []).map((property) => property.schema),
      ...(view.alternatives?.schemas ?? []),
      ...[view.items, view.additional, view.not].filter((one) => one !== undefined),
    ];
    size = inside.reduce((sum, one) => sum + sizeOf(one), 1);
    sizes.set(view, size);
  }
  return size;
}
