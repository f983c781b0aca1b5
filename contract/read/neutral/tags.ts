import type { Tag } from '../../model.ts';
import { isObject, itemsOf, nameIn, textOf } from '../json-value.ts';
import { readExternalDocs } from './external-docs.ts';
import { DEVICES } from '../reserved-names.ts';
import type { Reading } from './reading.ts';
import { toSlug, UniqueNames } from './slug.ts';
import { tagParents } from './tag-parents.ts';

/** Where operations without a tag are shown. */
export const OTHER = 'Other';

/** Kinds of 3.2 (§4.22) that say something about an operation, and not where it stands. */
const LABELS = ['badge', 'audience'];

/** The tags of a description (3.1 §4.8.22): the declared ones, then those that operations name without declaring. */
export class Tags {
  readonly #reading: Reading;
  readonly #tags = new Map<string, Tag>();
  readonly #slugs = new UniqueNames(['index', ...DEVICES]);
  /** The names of those that operations name. */
  readonly used = new Set<string>();

  constructor(reading: Reading) {
    this.#reading = reading;
    const declared = itemsOf(reading.document.tags);
    const parents = tagParents(declared);
    declared.forEach((tag, index) => {
      const name = textOf(tag, 'name');
      if (!isObject(tag) || !name || this.#tags.has(name)) return;
      const above = parents.get(name) ?? {};
      if ('problem' in above) reading.warn(`/tags/${index}/parent`, `${above.problem}; "${name}" is not nested.`);
      const whole = {
        name,
        summary: nameIn(tag, 'summary') ?? nameIn(tag, 'x-displayName'),
        description: textOf(tag, 'description'),
        parent: 'parent' in above ? above.parent : undefined,
        kind: nameIn(tag, 'kind'),
        externalDocs: readExternalDocs(tag),
      };
      this.#add(whole, `/tags/${index}/name`);
    });
  }

  /** The names that an operation is shown under, never empty; those that are labels only come last. */
  namesFor(stated: unknown, pointer: string): string[] {
    const names = [
      ...new Set(itemsOf(stated).filter((name): name is string => typeof name === 'string' && name !== '')),
    ];
    if (names.length === 0) names.push(OTHER);
    for (const name of names) {
      this.used.add(name);
      if (this.#tags.has(name)) continue;
      if (name !== OTHER)
        this.#reading.warn(`${pointer}/tags`, `the tag "${name}" is not declared under "tags"; it is added.`);
      this.#add({ name }, `${pointer}/tags`);
    }
    const isLabel = (name: string) => LABELS.includes(this.#tags.get(name)?.kind ?? 'nav');
    return names.toSorted((a, b) => Number(isLabel(a)) - Number(isLabel(b)));
  }

  list(): Tag[] {
    return [...this.#tags.values()];
  }

  #add(tag: Omit<Tag, 'slug'>, pointer: string): void {
    const wanted = toSlug(tag.name) || 'tag';
    const slug = this.#slugs.take(wanted);
    if (slug !== wanted) {
      this.#reading.warn(
        pointer,
        `the page address "tags/${wanted}" is taken; the tag "${tag.name}" is at "tags/${slug}". Rename it to choose another.`,
      );
    }
    this.#tags.set(tag.name, { ...tag, slug });
  }
}
