import path from 'node:path';
import type { Plugin } from '@docusaurus/types';

/**
 * Keeps the bundler's cache inside the build folder. Docusaurus keeps one for all builds of a program, in node_modules, and a
 * build then takes modules of another one with another configuration: the site listed APIs that it did not have.
 */
export default function buildCachePlugin(_context: unknown, { buildFolder }: { readonly buildFolder: string }): Plugin {
  return {
    name: 'portolan-build-cache',
    configureWebpack(config) {
      const experiments = config.experiments as { readonly cache?: unknown } | undefined;
      // Absent where the persistent cache is switched off.
      if (typeof experiments?.cache !== 'object') return {};
      const storage = { type: 'filesystem', directory: path.join(buildFolder, 'cache') };
      return { experiments: { cache: { storage } } };
    },
  };
}
