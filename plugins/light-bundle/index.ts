import type { Plugin } from '@docusaurus/types';
import { REPLACEMENTS } from './replacements.ts';
import { shortenClassNames } from './short-class-names.ts';
import { stylesWithTheirChunk } from './styles-with-their-chunk.ts';

/** Keeps out of the pages what Docusaurus puts into each of them and none needs. */
export default function lightBundlePlugin(): Plugin {
  return {
    name: 'portolan-light-bundle',
    configureWebpack(config, isServer) {
      const lighter = { resolve: { alias: REPLACEMENTS } };
      // In development the names of classes tell where they come from, and styles are not split.
      if (config.mode !== 'production') return lighter;
      shortenClassNames(config);
      return isServer ? lighter : { ...lighter, ...stylesWithTheirChunk };
    },
  };
}
