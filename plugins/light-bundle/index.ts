import path from 'node:path';
import type { Plugin } from '@docusaurus/types';

/** Docusaurus loads a highlighter with all its grammars into every page; ours (src/ui/highlight) comes when it is needed. */
const PRISM_OF_THE_THEME = /theme-classic[\\/]lib[\\/]prism-include-languages/;

/** Keeps out of the pages what Docusaurus puts into each of them and none needs. */
export default function lightBundlePlugin(): Plugin {
  return {
    name: 'portolan-light-bundle',
    configureWebpack: (_config, _isServer, { currentBundler }) => ({
      plugins: [
        new currentBundler.instance.NormalModuleReplacementPlugin(
          PRISM_OF_THE_THEME,
          path.join(import.meta.dirname, 'nothing.ts'),
        ),
      ],
    }),
  };
}
