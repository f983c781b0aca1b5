import type { SearchWords } from '../../../contract/search-files';
import type { NamedPage } from './named-page';
import { splitWords } from './query';

/** The beginning of a word by which descriptions are searched: `merging` finds `merge`. */
const ENDINGS = /(?:ing|ies|ed|es|s|e)$/;
const SHORTEST = 3;

/** The words of a query that descriptions are searched by; shorter ones and those of every page tell nothing. */
export function describedWords(text: string): string[] {
  return splitWords(text)
    .filter((word) => word.length >= SHORTEST)
    .map((word) => (word.length > 5 ? word.replace(ENDINGS, '') : word));
}

/** Positions of the pages whose description or name has a word that begins so. */
export function placesOf(beginning: string, files: readonly SearchWords[], pages: readonly NamedPage[]): Set<number> {
  const found = new Set<number>();
  pages.forEach(({ words: own }, place) => {
    if (own.some((word) => word.startsWith(beginning))) found.add(place);
  });
  for (const { words, places } of files) {
    words.forEach((word, index) => {
      if (!word.startsWith(beginning)) return;
      let place = 0;
      for (const distance of (places[index] ?? '').split(' ')) {
        place += parseInt(distance, 36);
        found.add(place);
      }
    });
  }
  return found;
}

/** The files that may have words that begin so; each is told by its first word. */
export function filesFor(
  beginning: string,
  files: readonly { readonly from: string; readonly file: string }[],
): string[] {
  const last = `${beginning}\u{10ffff}`;
  return files
    .filter(({ from }, index) => {
      const next = files[index + 1]?.from;
      return from <= last && (next === undefined || next >= beginning);
    })
    .map(({ file }) => file);
}
