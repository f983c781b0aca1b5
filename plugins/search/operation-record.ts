import type { OperationPage } from '../../contract/reference-page.ts';

/** What Pagefind is told of one operation: text to find it by, and what the search dialog shows. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: Record<string, string>;
  readonly filters: Record<string, string[]>;
}

/**
 * An operation is found by its title, its id whole and in words, its path, its tag, its parameters and its
 * description, the most telling first: Pagefind ranks what stands more often and in shorter texts higher.
 */
export function operationRecord(page: OperationPage): SearchRecord {
  const path = page.kind === 'operation' ? page.path : '';
  const text = [
    ...Array<string>(3).fill(`${page.title} ${page.id}`),
    wordsOf(page.id),
    `${page.method.toUpperCase()} ${path}`,
    wordsOf(path),
    page.tag.name,
    page.parameters.map((parameter) => parameter.name).join(' '),
    textOf(page.descriptionHtml),
  ];
  return {
    url: `/reference/${page.api}/${page.version}/${page.slug}`,
    content: text.filter((part) => part !== '').join('. '),
    language: 'en',
    meta: {
      title: page.title,
      kind: page.kind,
      method: page.method,
      path: page.path,
      operationId: page.id,
      tag: page.tag.name,
      api: page.api,
      version: page.version,
      deprecated: String(page.deprecated),
    },
    filters: { kind: [page.kind], api: [page.api], version: [`${page.api}/${page.version}`] },
  };
}

/** `createCredentialOffer` → `create credential offer`; `/repos/{owner}` → `repos owner`. */
export function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** The text of sanitised HTML. It is only ever searched in, never put back into a page as HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
}
