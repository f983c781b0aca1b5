import type { SearchedVersion, SearchFields, SearchNames, SearchWords } from '../../../contract/search-files';
import type { LoadJson } from './load-json';
import { describedWords, filesFor, placesOf } from './match-described';
import { fieldNames } from './match-field';
import { namedPages } from './named-page';
import { readQuery } from './query';
import { ORIGIN, type SearchHit } from './search-hit';
import { describedHits, searchFields, searchPages, sectionsOf, type LoadedVersion } from './search-names';

/** Where the reader is; undefined outside the reference. */
export type ReaderPlace = Pick<SearchedVersion, 'api' | 'version'> | undefined;

export interface Asked {
  readonly query: string;
  /** What is near to the reader comes first. */
  readonly here: ReaderPlace;
}

export interface ReferenceIndex {
  /** What can be said at once. Before `loadRest` has ended, only pages of versions that are not deprecated are known. */
  readonly findByName: (asked: Asked) => SearchHit[];
  /** Pages whose descriptions have all the words; a few small requests. */
  readonly findDescribed: (asked: Asked) => Promise<SearchHit[]>;
  /** Loads parameters, properties and deprecated versions; the first time only. */
  readonly loadRest: () => Promise<void>;
  readonly suggest: (here: ReaderPlace) => SearchHit[];
}

const MOST_SUGGESTIONS = 6;

/** Opens the names of all APIs. Rejects where they cannot be loaded. */
export async function openReference(
  versions: readonly SearchedVersion[],
  here: ReaderPlace,
  load: LoadJson,
): Promise<ReferenceIndex> {
  const loaded = new Map<SearchedVersion, Pick<LoadedVersion, 'pages' | 'fields'>>();
  const loadNames = async (version: SearchedVersion) => {
    loaded.set(version, { pages: namedPages(version, await load<SearchNames>(version.names)), fields: [] });
  };
  const loadFields = async (version: SearchedVersion) => {
    const fields = await load<SearchFields>(version.fields);
    const pages = loaded.get(version)?.pages ?? [];
    loaded.set(version, { pages, fields: fieldNames(pages, fields) });
  };
  const seen = (place: ReaderPlace): [SearchedVersion, LoadedVersion][] =>
    [...loaded].map(([version, data]) => [version, { ...data, ...seenFrom(place, version, versions) }]);
  const isFirst = (version: SearchedVersion) => !version.deprecated || isSame(version, here);
  await Promise.all(versions.filter(isFirst).map(loadNames));

  let rest: Promise<void> | undefined;
  return {
    findByName({ query: typed, here: place }) {
      const query = readQuery(typed);
      if (query.words.length === 0) return [];
      return seen(place).flatMap(([, version]) => [...searchPages(version, query), ...searchFields(version, query)]);
    },
    async findDescribed({ query, here: place }) {
      const words = describedWords(readQuery(query).text);
      if (words.length === 0) return [];
      const hits = seen(place).map(async ([version, data]) => {
        const read = (word: string) =>
          Promise.all(filesFor(word, version.words).map((file) => load<SearchWords>(file)));
        const places = words.map(async (word) => placesOf(word, await read(word), data.pages));
        return describedHits(data, inAll(await Promise.all(places)));
      });
      return (await Promise.all(hits)).flat();
    },
    suggest(place) {
      const near = seen(place).filter(([, { origin }]) => origin !== ORIGIN.deprecated);
      const hereOnly = near.filter(([, { origin }]) => origin === ORIGIN.here);
      const [one, ...others] = hereOnly.length > 0 ? hereOnly : near;
      return [...(one ? [one] : []), ...others]
        .flatMap(([, version]) => sectionsOf(version).slice(0, others.length > 0 ? 1 : MOST_SUGGESTIONS))
        .slice(0, MOST_SUGGESTIONS);
    },
    loadRest() {
      rest ??= Promise.all(
        versions.map(async (version) => {
          if (!loaded.has(version)) await loadNames(version);
          await loadFields(version);
        }),
      ).then(() => undefined);
      rest.catch(() => (rest = undefined));
      return rest;
    },
  };
}

const isSame = (one: SearchedVersion, other: ReaderPlace) => one.api === other?.api && one.version === other.version;

const inAll = ([first = new Set(), ...others]: readonly ReadonlySet<number>[]) =>
  [...first].filter((place) => others.every((set) => set.has(place)));

/** How near a version is to the reader, and what it is called there: only what could be taken for another is named. */
export function seenFrom(
  here: ReaderPlace,
  version: SearchedVersion,
  all: readonly SearchedVersion[],
): Pick<LoadedVersion, 'origin' | 'source'> {
  if (isSame(version, here)) return { origin: ORIGIN.here };
  const isHereApi = version.api === here?.api;
  const source = isHereApi ? version.version : `${version.title} ${version.version}`;
  if (version.deprecated) return { origin: ORIGIN.deprecated, source };
  return { origin: isHereApi ? ORIGIN.sameApi : ORIGIN.elsewhere, source: all.length > 1 ? source : undefined };
}
