import type { ReferenceNav, ReferencePage } from '../../contract/reference-page.ts';
import type { SearchField, SearchFields, SearchNames, SearchWords } from '../../contract/search-files.ts';
import { DescribedWords, describedText } from './described-words.ts';
import { fieldsOfOperation, fieldsOfSchema } from './fields-of-page.ts';
import { nameOfPage, namesOfVersion, type PageName } from './names-of-version.ts';

export interface VersionFiles {
  readonly names: SearchNames;
  readonly fields: SearchFields;
  readonly words: readonly SearchWords[];
}

/** What is searched of one API version. Of each page only what is searched is kept, so that ten thousand fit into little memory. */
export function filesOfVersion(nav: ReferenceNav, pages: Iterable<readonly [string, ReferencePage]>): VersionFiles {
  const names: PageName[] = [];
  const operations: Described[] = [];
  const schemas: Described[] = [];
  for (const [place, page] of pages) {
    // The way around (`nav`) names them.
    if (page.kind === 'tag') continue;
    names.push(nameOfPage(page, place));
    if (page.kind === 'schema') schemas.push({ fields: fieldsOfSchema(page), text: describedText(page) });
    else if ('method' in page) operations.push({ fields: fieldsOfOperation(page), text: describedText(page) });
  }
  const all = [...operations, ...schemas];
  const words = new DescribedWords();
  all.forEach(({ text }, place) => words.add(place, text));
  return {
    names: namesOfVersion(nav, names),
    fields: { fields: all.map(({ fields }) => fields) },
    words: words.files(all.length),
  };
}

interface Described {
  readonly fields: readonly SearchField[];
  readonly text: string;
}
