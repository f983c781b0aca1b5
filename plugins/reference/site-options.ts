import path from 'node:path';
import type { PluginOptions as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { Options as SitemapOptions } from '@docusaurus/plugin-sitemap';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { FRAMES } from './frames.ts';
import { pageAddresses } from './pages.ts';

/** The docs plugin's instance for overview and tag pages, which `generateReference` has laid out. */
export function overviewPages(buildFolder: string): Partial<DocsOptions> {
  const folder = path.join(buildFolder, 'reference-docs');
  return {
    id: 'reference',
    path: folder,
    routeBasePath: 'reference',
    include: ['**/*.{info,tag}.mdx'],
    sidebarPath: path.join(folder, 'sidebars.ts'),
    docRootComponent: '@site/src/features/reference/DocRoot.tsx',
    docItemComponent: '@site/src/features/reference/DocItem.tsx',
  };
}

/** The sitemap without the frames, with every page that is rendered into one. */
export function sitemapOptions(portal: LoadedPortal, buildFolder: string): SitemapOptions {
  return {
    ignorePatterns: FRAMES.map(({ pattern }) => pattern),
    createSitemapItems: async ({ defaultCreateSitemapItems, ...params }) => [
      ...(await defaultCreateSitemapItems(params)),
      ...pageAddresses(portal, buildFolder).map((address) => ({ url: new URL(address, portal.url).href })),
    ],
  };
}
