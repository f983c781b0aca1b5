import { isAbout, toHit, type PagefindFragment, type SearchHit } from './search-hit';

/** The part of Pagefind's browser API that is used here (pagefind.app/docs/api). */
export interface Pagefind {
  options(options: { readonly excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{
    readonly results: readonly { readonly score: number; data: () => Promise<PagefindFragment> }[];
  }>;
}

export interface SearchIndex {
  readonly find: (query: string) => Promise<SearchHit[]>;
}

/** Each hit is one small request; more than this nobody reads. */
const MOST_HITS = 24;
const EXCERPT_WORDS = 18;

/** Opens the index. Rejects where there is none (`npm run dev` builds none) or it cannot be loaded. */
export async function openIndex(load: () => Promise<Pagefind> = loadPagefind): Promise<SearchIndex> {
  const pagefind = await load();
  await pagefind.options({ excerptLength: EXCERPT_WORDS });
  await pagefind.init();
  return {
    async find(query) {
      const { results } = await pagefind.search(query);
      const found = results.slice(0, MOST_HITS).map(async ({ score, data }) => ({ score, fragment: await data() }));
      return (await Promise.all(found))
        .filter(({ fragment }) => isAbout(fragment, query))
        .map(({ fragment, score }) => toHit(fragment, score, query));
    },
  };
}

/** A browser remembers a module that it could not load by its address (HTML, "module map"): trying again needs another. */
let failures = 0;

/** Written into the site after the build (plugins/search), so the bundler must leave the import as it stands. */
async function loadPagefind(): Promise<Pagefind> {
  const address = `/pagefind/pagefind.js${failures === 0 ? '' : `?again=${failures}`}`;
  try {
    return (await import(/* webpackIgnore: true */ /* @vite-ignore */ address)) as Pagefind;
  } catch (error) {
    failures += 1;
    throw error;
  }
}
