import path from 'node:path';
import type { PluginOptions as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { Options as SitemapOptions } from '@docusaurus/plugin-sitemap';
import { FRAMES } from './frames.ts';

/** The docs plugin's instance for overview pages, which `layOutReference` has made. */
export function overviewPages(buildFolder: string): Partial<DocsOptions> {
  const folder = path.join(buildFolder, 'reference-docs');
  return {
    id: 'reference',
    path: folder,
    routeBasePath: 'reference',
    include: ['**/*.info.mdx'],
    sidebarPath: path.join(folder, 'sidebars.ts'),
    docRootComponent: '@site/src/features/reference/DocRoot.tsx',
    docItemComponent: '@site/src/features/reference/DocItem.tsx',
  };
}

/** The sitemap without the frames; `completeSitemap` adds the pages that are rendered into them. */
export const sitemapOptions = { ignorePatterns: FRAMES.map(({ pattern }) => pattern) } satisfies SitemapOptions;
