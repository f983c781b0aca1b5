import type { Contract } from '../../../contract/model.ts';
import { firstWords } from './first-words.ts';

/** The first words on each API version and each of its tags, by the address of its page. */
export function excerptsOf(contracts: readonly Contract[]): Map<string, string> {
  return new Map(
    contracts.flatMap(({ api, version, info, tags }): [string, string][] => {
      const place = `/reference/${api}/${version}`;
      return [
        [place, firstWords(info.summary ?? info.description)],
        ...tags.map(({ slug, summary, description }): [string, string] => [
          `${place}/tags/${slug}`,
          firstWords(summary ?? description),
        ]),
      ];
    }),
  );
}
