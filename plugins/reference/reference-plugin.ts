import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { PluginModule } from '@docusaurus/types';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { regenerate } from './regenerate.ts';
import { keepServerBundle } from './render/keep-server-bundle.ts';
import { serverFolderOf } from './render/server-folder.ts';
import { keepTemplateParams } from './render/site-renderer.ts';
import { siteData } from './site-data.ts';

const NAME = 'portolan-reference';
/** The one route of all operations. Docusaurus takes the pattern for an address and writes a page for it, which is deleted. */
export const FRAME = '/reference/:api/:version/:operation';
const COMPONENT = '@site/src/features/reference/OperationRoute.tsx';

/** The operations' pages: one frame in Docusaurus. `renderReference` fills it for each operation; in development the browser does. */
export function referencePlugin(portal: LoadedPortal, buildFolder: string): PluginModule {
  const data = path.join(buildFolder, 'static');
  const versions = portal.apis.flatMap(({ id, versions: all }) => all.map((version) => ({ api: id, ...version })));
  const server = serverFolderOf(buildFolder);
  return () => {
    let release: string | undefined;
    return {
      name: NAME,
      getPathsToWatch: () => versions.map(({ file }) => file),
      async loadContent() {
        // The command that started Docusaurus has just made the reference; later calls come when a description was changed.
        if (release === undefined) release = '';
        else if (await regenerate(portal, buildFolder)) release = Date.now().toString(36);
      },
      async contentLoaded({ actions }) {
        actions.setGlobalData(siteData(portal, release ?? ''));
        actions.addRoute({ path: FRAME, exact: true, component: COMPONENT });
      },
      configureWebpack: (_config, isServer) =>
        isServer
          ? { plugins: [keepServerBundle(server)] }
          : { devServer: { static: [{ directory: data, publicPath: '/', watch: false }] } },
      async postBuild(props) {
        await rm(path.join(props.outDir, 'reference', ':api'), { recursive: true, force: true });
        await keepTemplateParams(props, server);
        // Docusaurus checks links next, for which the frame is but the page that it rendered. `checkOperationLinks` knows better.
        const plugin = { name: NAME, id: 'default' };
        props.routes.push({ path: '/reference/:api/:version/:slug', exact: true, component: '', plugin });
      },
    };
  };
}
