import { slugsOf, wantedSlug } from '../component-slugs.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, member } from '../json-value.ts';
import type { Reading } from './reading.ts';

/** Schemas whose page is not where their name says, because another is there, or no file can be called so. */
export function warnOfComponentSlugs(reading: Reading): void {
  const names = entriesOf(member(reading.document.components, 'schemas')).map(([name]) => name);
  for (const [name, slug] of slugsOf(names)) {
    const wanted = wantedSlug(name);
    if (slug === wanted) continue;
    reading.warn(
      `/components/schemas/${escapeKey(name)}`,
      `the page address "schemas/${wanted}" is taken; the schema "${name}" is at "schemas/${slug}". Rename it to choose another.`,
    );
  }
}
