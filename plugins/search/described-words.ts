import type { ReferencePage } from '../../contract/reference-page.ts';
import type { SearchWords } from '../../contract/search-files.ts';
import { textOf } from './html-text.ts';

/** A word that stands in more than this part of all descriptions tells nothing. */
const COMMON = 0.25;
/** In small APIs every word counts. */
const FEW_PAGES = 40;
/** Characters of one file before compression: a word costs one request of some kilobytes. */
const FILE_SIZE = 24_000;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_]{2,29}/gu;

/** The description of a page with those of its parameters or properties, as text. */
export function describedText(page: ReferencePage): string {
  switch (page.kind) {
    case 'operation':
    case 'webhook':
      return [page.descriptionHtml, ...page.parameters.map(({ descriptionHtml }) => descriptionHtml)]
        .map(textOf)
        .join(' ');
    case 'schema': {
      const inside = (page.schema.properties ?? []).map(({ schema }) => schema.descriptionHtml);
      return [page.schema.descriptionHtml, ...inside].map((html) => textOf(html ?? '')).join(' ');
    }
    case 'tag':
    case 'schemas':
    case 'changes':
      return '';
  }
}

/** Collects the words of descriptions, page by page, and writes them in files of like size, in the order of the words. */
export class DescribedWords {
  private readonly places = new Map<string, number[]>();

  add(place: number, text: string): void {
    for (const [word] of text.toLowerCase().matchAll(WORD)) {
      const known = this.places.get(word);
      if (!known) this.places.set(word, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  }

  files(pageCount: number): SearchWords[] {
    const most = pageCount > FEW_PAGES ? pageCount * COMMON : pageCount;
    const words = [...this.places.keys()].filter((word) => (this.places.get(word) ?? []).length <= most).sort();
    const files: { words: string[]; places: string[] }[] = [];
    let size = Infinity;
    for (const word of words) {
      const places = distances(this.places.get(word) ?? []);
      if (size > FILE_SIZE) {
        files.push({ words: [], places: [] });
        size = 0;
      }
      files.at(-1)?.words.push(word);
      files.at(-1)?.places.push(places);
      size += word.length + places.length + 6;
    }
    return files;
  }
}

function distances(places: readonly number[]): string {
  const sorted = places.toSorted((a, b) => a - b);
  return sorted.map((place, index) => (place - (sorted[index - 1] ?? 0)).toString(36)).join(' ');
}
