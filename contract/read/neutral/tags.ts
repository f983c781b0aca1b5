import type { Tag } from '../../model.ts';
import { itemsOf, textOf } from '../json-value.ts';
import type { Reading } from './reading.ts';
import { toSlug, UniqueNames } from './slug.ts';

/** Where operations without a tag are shown. */
export const OTHER = 'Other';

/** The tags of a description (3.1 §4.8.22): the declared ones, then those that operations name without declaring. */
export class Tags {
  readonly #reading: Reading;
  readonly #tags = new Map<string, Tag>();
  readonly #slugs = new UniqueNames();

  constructor(reading: Reading) {
    this.#reading = reading;
    const declared = itemsOf(reading.document.tags);
    const names = new Set(declared.map((tag) => textOf(tag, 'name')));
    declared.forEach((tag, index) => {
      const name = textOf(tag, 'name');
      if (!name || this.#tags.has(name)) return;
      const parent = textOf(tag, 'parent');
      const isKnown = parent === undefined || (names.has(parent) && parent !== name);
      if (!isKnown)
        reading.warn(`/tags/${index}/parent`, `there is no other tag "${parent}"; "${name}" stands on its own.`);
      this.#add({
        name,
        summary: textOf(tag, 'summary'),
        description: textOf(tag, 'description'),
        parent: isKnown ? parent : undefined,
      });
    });
  }

  /** The names that an operation is shown under; never empty. */
  namesFor(stated: unknown, pointer: string): string[] {
    const names = [
      ...new Set(itemsOf(stated).filter((name): name is string => typeof name === 'string' && name !== '')),
    ];
    if (names.length === 0) names.push(OTHER);
    for (const name of names) {
      if (this.#tags.has(name)) continue;
      if (name !== OTHER)
        this.#reading.warn(`${pointer}/tags`, `the tag "${name}" is not declared under "tags"; it is added.`);
      this.#add({ name });
    }
    return names;
  }

  list(): Tag[] {
    return [...this.#tags.values()];
  }

  #add(tag: Omit<Tag, 'slug'>): void {
    this.#tags.set(tag.name, { ...tag, slug: this.#slugs.take(toSlug(tag.name) || 'tag') });
  }
}
