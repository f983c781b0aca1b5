import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from '@docusaurus/types';

const pattern = '/integrations/:integration';
/** The frame's file: the service fills it for each integration (`service/features/integrations/pages`). */
const frame = 'integrations/listing.html';

/** The page of an integration: one frame, whichever there are. They come and go without a build. */
export default function directoryPlugin(): Plugin {
  return {
    name: 'portolan-directory',
    async contentLoaded({ actions }) {
      const component = '@site/src/features/integrations/IntegrationRoute.tsx';
      // Behind pages of their own below /integrations.
      actions.addRoute({ path: pattern, exact: true, component, priority: -1 });
    },
    async postBuild({ outDir }) {
      // Docusaurus takes the pattern for an address.
      const written = path.join(outDir, `${pattern}.html`);
      if (existsSync(written)) await rename(written, path.join(outDir, frame));
    },
  };
}

/** What of these pages the sitemap leaves out. */
export const unlistedPages: readonly string[] = [pattern, '/integrations/edit'];
