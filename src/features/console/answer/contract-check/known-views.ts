import type { AlternativesView, SchemaView } from '../../../../../contract/reference-page';

/** The views of a schema, put together from the page and from its parts. */
export class KnownViews {
  /** Parts that were wanted and are not there yet, by name. */
  readonly missingParts = new Set<string>();
  readonly parts: ReadonlyMap<string, SchemaView>;
  readonly #names = new Map<SchemaView, ReadonlySet<string>>();

  constructor(parts: ReadonlyMap<string, SchemaView>) {
    this.parts = parts;
  }

  /** All of a view of which the page shows only the head. */
  whole(view: SchemaView): SchemaView {
    if (view.more === undefined) return view;
    const part = this.parts.get(view.more);
    if (!part) this.missingParts.add(view.more);
    return part ?? view;
  }

  /** Whether there is more of it that is not at hand. */
  isCut(view: SchemaView): boolean {
    return view.more !== undefined && !this.parts.has(view.more);
  }

  /** The names of members that it describes anywhere: itself, in an alternative, under a condition. */
  names(view: SchemaView): ReadonlySet<string> {
    const known = this.#names.get(view);
    if (known) return known;
    // A schema may be among its own alternatives.
    this.#names.set(view, new Set());
    const inside = alternativesOf(view).flatMap(({ schemas }) => schemas);
    const clauses = (view.conditions ?? []).flatMap(({ when, then, otherwise }) => [when, then, otherwise]);
    const views = [...inside, ...clauses.flatMap((clause) => clause?.schema ?? [])];
    const names = new Set([
      ...(view.properties ?? []).map(({ name }) => name),
      ...views.flatMap((one) => [...this.names(this.whole(one))]),
      ...clauses.flatMap((clause) => [...(clause?.words ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)),
    ]);
    this.#names.set(view, names);
    return names;
  }
}

export function alternativesOf(view: SchemaView): readonly AlternativesView[] {
  return [view.alternatives, ...(view.alsoAlternatives ?? [])].flatMap((set) => set ?? []);
}
