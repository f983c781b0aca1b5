import type { LoadedVersion } from '@docusaurus/plugin-content-docs';
import type { Guide } from './guide.ts';

/** An item of a Docusaurus sidebar, as far as it is read here. */
interface SidebarItem {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly link?: { readonly type: string; readonly id?: string };
  readonly items?: readonly SidebarItem[];
}

/** The guides in the order of the sidebars, each in the outermost group that holds it; those outside of all sidebars last. */
export function listGuides(
  { docs, sidebars }: Pick<LoadedVersion, 'docs' | 'sidebars'>,
  fileOf: (source: string) => string,
): Guide[] {
  const sections = new Map<string, string>();
  for (const items of Object.values(sidebars)) {
    for (const [id, section] of walk(items)) sections.set(id, section);
  }
  const order = [...sections.keys()];
  const place = (id: string) => (sections.has(id) ? order.indexOf(id) : order.length);
  return docs
    .filter(({ unlisted }) => !unlisted)
    .toSorted((a, b) => place(a.id) - place(b.id))
    .map(({ id, permalink, title, description, source }) => {
      return { address: permalink, title, description, file: fileOf(source), section: sections.get(id) ?? '' };
    });
}

function* walk(items: readonly SidebarItem[], section?: string): Generator<[id: string, section: string]> {
  for (const { id, label, link, items: inner, type } of items) {
    if (type === 'doc' && id !== undefined) yield [id, section ?? ''];
    if (link?.id !== undefined) yield [link.id, section ?? label ?? ''];
    if (inner) yield* walk(inner, section ?? label ?? '');
  }
}
