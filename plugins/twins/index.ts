import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { Plugin } from '@docusaurus/types';
import { GUIDES_FILE } from './guides/guide.ts';
import { listGuides } from './guides/list-guides.ts';

export interface TwinsOptions {
  /** Null where the portal has no guides. */
  readonly docsFolder: string | null;
}

/** Tells what follows the build which guides there are, in the order of the sidebar, with their addresses and sources. */
export default function twinsPlugin(_context: unknown, { docsFolder }: TwinsOptions): Plugin {
  return {
    name: 'portolan-twins',
    async postBuild({ plugins, outDir, siteDir }) {
      const docs = plugins.find(
        ({ name, options }) => name === 'docusaurus-plugin-content-docs' && options.id === 'default',
      );
      const content = docs?.content as LoadedContent | undefined;
      const fileOf = (source: string) =>
        path.relative(docsFolder ?? '', path.join(siteDir, source.replace(/^@site\//, ''))).replaceAll(path.sep, '/');
      const guides = content?.loadedVersions.flatMap((version) => listGuides(version, fileOf)) ?? [];
      await writeFile(path.join(outDir, GUIDES_FILE), JSON.stringify(guides));
    },
  };
}
