import type { SearchManifest } from '../../../contract/search-files';
import { openGuides, type GuidesIndex } from './guides-index';
import { jsonLoader, type LoadJson } from './load-json';
import { matchName } from './match-name';
import { plain } from './named-page';
import { readQuery } from './query';
import { openReference, type Asked, type ReaderPlace } from './reference-index';
import { ORIGIN, rankOf, type SearchHit } from './search-hit';

/** What was found so far. */
export interface Answer {
  readonly hits: readonly SearchHit[];
  /** Whether nothing more will come. */
  readonly isComplete: boolean;
  /** Whether a part of the index could not be loaded. */
  readonly isPartial?: boolean;
}

export interface SearchIndex {
  /** Tells what it finds, at most twice: names at once where the rest takes longer than a blink. Rejects where nothing can be loaded. */
  readonly find: (asked: Asked, tell: (answer: Answer) => void, signal: AbortSignal) => Promise<void>;
  /** Pages to begin with at a place: the sections of its API; elsewhere the APIs. */
  readonly suggest: (here: ReaderPlace) => SearchHit[];
}

export interface IndexDeps {
  /** Where the reader is when it is opened. */
  readonly here: ReaderPlace;
  readonly load?: LoadJson;
  readonly openGuides?: () => Promise<GuidesIndex>;
  /** Ends when the reader should see something. */
  readonly blink?: () => Promise<void>;
}

/** Long enough for what is loaded already, so that the list does not grow under the reader's eyes. */
const BLINK_MILLISECONDS = 40;
const MANIFEST = '/search.json';
/** With fewer names than these, descriptions are searched as well. */
const FEW_NAMES = 5;

/** Opens the index: the names of the reference now, the guides' text beside it. Rejects where there is none (`npm run dev` builds none). */
export async function openIndex({
  here,
  load = jsonLoader(),
  openGuides: open = openGuides,
  blink = wait,
}: IndexDeps): Promise<SearchIndex> {
  const manifest = await load<SearchManifest>(MANIFEST);
  const guides = lazily(open);
  const hasText = (query: string) => manifest.guides.length > 0 && isText(query);
  const reference = await openReference(manifest.versions, here, load);
  const byTitle = manifest.guides.map(({ title, href }) => plain('guide', href, title));

  function named(asked: Asked): SearchHit[] {
    const query = readQuery(asked.query);
    const titled = byTitle.flatMap((guide) => {
      const match = matchName(guide, query);
      return match ? [{ ...guideHit(guide), rank: rankOf('guide', match, ORIGIN.here) }] : [];
    });
    return [...reference.findByName(asked), ...titled];
  }

  return {
    suggest: reference.suggest,
    async find(asked, tell, signal) {
      const { query } = asked;
      const textHits = hasText(query) ? guides().then(({ find }) => find(query, signal)) : Promise.resolve([]);
      const rest = reference.loadRest().then(async () => {
        const isEnough = query.includes('/') || reference.findByName(asked).length >= FEW_NAMES;
        return isEnough ? [] : reference.findDescribed(asked);
      });
      const parts = Promise.allSettled([textHits, rest]);
      const isSoon = await Promise.race([parts.then(() => true), blink().then(() => false)]);
      if (!isSoon && !signal.aborted) tell({ hits: named(asked), isComplete: false });
      const settled = await parts;
      if (signal.aborted) return;
      const [texts, described] = settled.map((part) => (part.status === 'fulfilled' ? part.value : []));
      tell({
        hits: onePerPage([...(texts ?? []), ...named(asked), ...(described ?? [])]),
        isComplete: true,
        isPartial: settled.some(({ status }) => status === 'rejected'),
      });
    },
  };
}

/** Paths and the first letters of a word are names; looking for them in the guides' text costs more than it finds. */
const isText = (query: string) => query.trim().length >= 3 && !query.includes('/');

function guideHit({ href, title }: { readonly href: string; readonly title: string }): Omit<SearchHit, 'rank'> {
  return { kind: 'guide', href, title, deprecated: false, excerpt: [] };
}

/** A guide comes by its text, with an excerpt, and by its title; an operation by its name and its description. The first is taken. */
function onePerPage(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Map<string, SearchHit>();
  for (const hit of hits) {
    const key = hit.kind === 'guide' ? hit.href.replace(/#.*/, '') : hit.href;
    if (!seen.has(key)) seen.set(key, hit);
  }
  return [...seen.values()];
}

/** Opens once, and again after it could not be. */
function lazily<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opening: Promise<Value> | undefined;
  return () => {
    opening ??= open();
    opening.catch(() => (opening = undefined));
    return opening;
  };
}

const wait = () => new Promise<void>((resolve) => setTimeout(resolve, BLINK_MILLISECONDS));
