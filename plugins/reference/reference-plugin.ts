import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { PluginModule } from '@docusaurus/types';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { FRAMES } from './frames.ts';
import { keepServerBundle } from './render/keep-server-bundle.ts';
import { serverFolderOf } from './render/server-folder.ts';
import { keepTemplateParams } from './render/site-renderer.ts';
import { siteData } from './site-data.ts';

const NAME = 'portolan-reference';
/** The reference's pages: a frame in Docusaurus for each kind of them (`frames.ts`). */
export function referencePlugin(portal: LoadedPortal, buildFolder: string): PluginModule {
  const server = serverFolderOf(buildFolder);
  return () => {
    return {
      name: NAME,
      async contentLoaded({ actions }) {
        actions.setGlobalData(siteData(portal));
        // Of the frames that fit an address, the one that stands first is taken: Docusaurus sorts by priority.
        for (const [index, { pattern, component }] of FRAMES.entries()) {
          actions.addRoute({ path: pattern, exact: true, component, priority: FRAMES.length - index });
        }
      },
      configureWebpack: (_config, isServer) => (isServer ? { plugins: [keepServerBundle(server)] } : {}),
      async postBuild(props) {
        await rm(path.join(props.outDir, 'reference', ':api'), { recursive: true, force: true });
        await keepTemplateParams(props, server);
        // Docusaurus checks links next, for which a frame is but the page that it rendered. `checkReferenceLinks` knows better.
        const plugin = { name: NAME, id: 'default' };
        for (const { pattern } of FRAMES) {
          props.routes.push({ path: pattern.replace(/[^/]+$/, ':any'), exact: true, component: '', plugin });
        }
      },
    };
  };
}
