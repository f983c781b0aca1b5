import { isAbout, toHit, type PagefindFragment } from './guide-hit';
import type { SearchHit } from './search-hit';

/** The part of Pagefind's browser API that is used here (pagefind.app/docs/api). */
export interface Pagefind {
  options(options: { readonly excerptLength: number; readonly noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{
    readonly results: readonly { readonly id: string; data: () => Promise<PagefindFragment> }[];
  }>;
}

export interface GuidesIndex {
  /** Guides whose text matches, best first. `signal` ends it where the reader has typed on. */
  readonly find: (query: string, signal?: AbortSignal) => Promise<SearchHit[]>;
}

/** Each hit is a small request; more than this nobody reads. */
const MOST_HITS = 5;
const EXCERPT_WORDS = 18;
/** Who types faster than this asks for the hits' text once. */
const PAUSE_MILLISECONDS = 100;

/** Opens the index of the guides' text. Rejects where it cannot be loaded. */
export async function openGuides(load: () => Promise<Pagefind> = loadPagefind): Promise<GuidesIndex> {
  const pagefind = await load();
  // A worker would be another file to load; a search takes a few milliseconds.
  await pagefind.options({ excerptLength: EXCERPT_WORDS, noWorker: true });
  await pagefind.init();
  const kept = new Set<string>();
  return {
    async find(query, signal) {
      const { results } = await pagefind.search(query);
      const best = results.slice(0, MOST_HITS);
      if (best.some(({ id }) => !kept.has(id))) await pause(PAUSE_MILLISECONDS, signal);
      if (signal?.aborted) return [];
      best.forEach(({ id }) => kept.add(id));
      const fragments = await Promise.all(best.map(({ data }) => data()));
      return fragments.filter((each) => isAbout(each, query)).map((each, position) => toHit(each, position, query));
    },
  };
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
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
