import path from 'node:path';
import type { Plugin } from '@docusaurus/types';

/**
 * Gives each build folder a bundler cache of its own. Docusaurus keeps one for all and does not tell it where the generated files of a
 * build are: of two portals that are built from one checkout, one would get the other's configuration.
 */
export default function bundlerCachePlugin(
  _context: unknown,
  { buildFolder }: { readonly buildFolder: string },
): Plugin {
  const directory = path.join(buildFolder, 'bundler-cache');
  return {
    name: 'portolan-bundler-cache',
    configureWebpack: () => ({ experiments: { cache: { storage: { type: 'filesystem', directory } } } }),
  };
}
