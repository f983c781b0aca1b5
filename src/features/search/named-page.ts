import { slugOfName, wordsOf, type SearchedVersion, type SearchNames } from '../../../contract/search-files';
import { bareWords, segmentsOf, splitWords } from './query';
import type { HitKind } from './search-hit';

/** A page of the reference, or a guide, with what it can be found by. Everything but what is shown is in small letters. */
export interface NamedPage {
  readonly kind: HitKind;
  readonly href: string;
  readonly title: string;
  readonly method?: string;
  readonly path?: string;
  readonly isDeprecated: boolean;
  /** What it is called, whole: title, id, path. */
  readonly names: readonly string[];
  /** The words of its title and id. */
  readonly words: readonly string[];
  /** The words of its path and tag. */
  readonly otherWords: readonly string[];
  readonly segments: readonly string[];
}

type Place = Pick<SearchedVersion, 'api' | 'version'>;

/** Operations, then schemas, then what has no fields: the positions of the first two are those of `SearchFields`. */
export function namedPages(place: Place, { operations, schemas, tags, pages }: SearchNames): NamedPage[] {
  const base = `/reference/${place.api}/${place.version}`;
  const deprecated = new Set(operations.deprecated);
  return [
    ...operations.titles.map((title, index) => {
      const id = operations.ids[index] ?? '';
      return operation({
        href: `${base}/${filled(operations.slugs[index], slugOfName(id))}`,
        title,
        id,
        method: operations.methods[index] ?? '',
        path: operations.paths[index] ?? '',
        tag: tags[operations.tags[index] ?? -1]?.name ?? '',
        isDeprecated: deprecated.has(index),
      });
    }),
    ...schemas.names.map((name, index) =>
      plain(
        'schema',
        `${base}/schemas/${filled(schemas.slugs[index], name)}`,
        filled(schemas.titles[index], name),
        name,
      ),
    ),
    ...pages.map(({ title, path }) => plain('section', path === '' ? base : `${base}/${path}`, title)),
    ...tags.map(({ name, slug }) => plain('section', `${base}/tags/${slug}`, name)),
  ];
}

/** What is empty in a column is what it usually is. */
const filled = (value: string | undefined, usual: string) => (value === undefined || value === '' ? usual : value);

function operation(
  it: Record<'href' | 'title' | 'id' | 'method' | 'path' | 'tag', string> & { isDeprecated: boolean },
) {
  const { href, title, method, isDeprecated } = it;
  const path = it.path.toLowerCase();
  const idWords = wordsOf(it.id);
  const plainTitle = title.toLowerCase();
  return {
    kind: method === 'webhook' ? ('webhook' as const) : ('operation' as const),
    href,
    title,
    method,
    path: it.path,
    isDeprecated,
    names: [plainTitle, bareWords(plainTitle), it.id.toLowerCase(), idWords, path, `${method} ${path}`],
    words: [...new Set([...splitWords(plainTitle), ...idWords.split(' ')])],
    otherWords: [...new Set([...splitWords(path), ...splitWords(it.tag.toLowerCase())])],
    segments: path.startsWith('/') ? segmentsOf(path) : [],
  };
}

export function plain(kind: HitKind, href: string, title: string, name = title): NamedPage {
  const plainTitle = title.toLowerCase();
  const names = [plainTitle, bareWords(plainTitle), name.toLowerCase(), wordsOf(name)];
  const words = names.flatMap(splitWords);
  return { kind, href, title, isDeprecated: false, names, words: [...new Set(words)], otherWords: [], segments: [] };
}
