import type { Plugin } from '@docusaurus/types';
import { REPLACEMENTS } from './replacements.ts';
import { shortenClassNames } from './short-class-names.ts';

/** Keeps out of the pages what Docusaurus puts into each of them and none needs. */
export default function lightBundlePlugin(): Plugin {
  return {
    name: 'portolan-light-bundle',
    configureWebpack(config) {
      // In development the names tell where a class comes from.
      if (config.mode === 'production') shortenClassNames(config);
      return { resolve: { alias: REPLACEMENTS } };
    },
  };
}
