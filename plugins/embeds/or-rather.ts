import { suggest } from '../../contract/read/portal/suggest.ts';

/** The end of a sentence on an unknown word: `; did you mean x?` where one is near. */
export function orRather(word: string, options: readonly string[]): string {
  const near = suggest(word, options);
  return near === undefined ? '.' : `; did you mean ${near}?`;
}
