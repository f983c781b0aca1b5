import type { OperationPage, ReferenceNav, ReferencePage, SchemaPage, TagPage } from '../../contract/reference-page.ts';
import { slugOfName, type SearchNames } from '../../contract/search-files.ts';

/** Everything that has a page in an API version, by name. The order of operations and schemas is that of the pages. */
export function namesOfVersion(nav: ReferenceNav, pages: readonly PageName[]): SearchNames {
  const operations = pages.filter((page) => page.kind === 'operation');
  const schemas = pages.filter((page) => page.kind === 'schema');
  const tagAt = new Map(nav.groups.map(({ slug }, index) => [slug, index]));
  return {
    operations: {
      titles: operations.map(({ title }) => title),
      ids: operations.map(({ id }) => id),
      slugs: operations.map(({ id, slug }) => (slug === slugOfName(id) ? '' : slug)),
      methods: operations.map(({ method }) => method),
      paths: operations.map(({ path }) => path),
      tags: operations.map(({ tag }) => tagAt.get(tag) ?? -1),
      deprecated: operations.flatMap(({ deprecated }, index) => (deprecated ? [index] : [])),
    },
    schemas: {
      names: schemas.map(({ name }) => name),
      slugs: schemas.map(({ name, slug }) => (slug === name ? '' : slug)),
      titles: schemas.map(({ name, title }) => (title === name ? '' : title)),
    },
    tags: nav.groups.map(({ name, slug }) => ({ name, slug })),
    pages: [
      { title: nav.title, path: '' },
      ...pages.flatMap((page) => (page.kind === 'other' ? [{ title: page.title, path: page.path }] : [])),
    ],
  };
}

/** What of a page its name is made of. */
export type PageName =
  | (Pick<OperationPage, 'id' | 'slug' | 'title' | 'method' | 'path' | 'deprecated'> & {
      readonly kind: 'operation';
      readonly tag: string;
    })
  | (Pick<SchemaPage, 'kind' | 'name' | 'slug' | 'title'> & { readonly kind: 'schema' })
  | { readonly kind: 'other'; readonly title: string; readonly path: string };

/** `path` is the page's place below the version's address. */
export function nameOfPage(page: Exclude<ReferencePage, TagPage>, path: string): PageName {
  switch (page.kind) {
    case 'operation':
    case 'webhook': {
      const { id, slug, title, deprecated, tag } = page;
      const method = page.kind === 'webhook' ? 'webhook' : page.method;
      return { kind: 'operation', id, slug, title, method, path: page.path, deprecated, tag: tag.slug };
    }
    case 'schema':
      return { kind: 'schema', name: page.name, slug: page.slug, title: page.title };
    case 'schemas':
    case 'changes':
      return { kind: 'other', title: page.title, path };
  }
}
