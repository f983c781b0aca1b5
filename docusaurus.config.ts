import { createRequire } from 'node:module';
import type { Config, Plugin } from '@docusaurus/types';
import type { Options as PresetOptions, ThemeConfig } from '@docusaurus/preset-classic';
import type * as contractBuildFolder from './contract/read/build-folder.ts';
import type * as contractRead from './contract/read/index.ts';
import type * as bundlerCache from './plugins/bundler-cache/index.ts';
import type * as devService from './plugins/dev-service/index.ts';
import type * as directory from './plugins/directory/index.ts';
import type * as embeds from './plugins/embeds/index.ts';
import type * as gating from './plugins/gating/index.ts';
import type * as home from './plugins/home/index.ts';
import type * as lightBundle from './plugins/light-bundle/index.ts';
import type * as referencePages from './plugins/reference/index.ts';

// Docusaurus transpiles this file and what it imports, slowly, and without the packages that are ESM only. Node loads ours as it is.
const load = createRequire(import.meta.url);
const { loadPortal } = load('./contract/read/index.ts') as typeof contractRead;
const { buildFolder } = load('./contract/read/build-folder.ts') as typeof contractBuildFolder;
const reference = load('./plugins/reference/index.ts') as typeof referencePages;
const { default: bundlerCachePlugin } = load('./plugins/bundler-cache/index.ts') as typeof bundlerCache;
const { default: devServicePlugin } = load('./plugins/dev-service/index.ts') as typeof devService;
const { default: directoryPlugin, unlistedPages } = load('./plugins/directory/index.ts') as typeof directory;
const { giveEmbedsData, groupFences } = load('./plugins/embeds/index.ts') as typeof embeds;
const { excludedGuides, portalOfReaders, unpublished } = load('./plugins/gating/index.ts') as typeof gating;
const { default: homePlugin } = load('./plugins/home/index.ts') as typeof home;
const { default: lightBundlePlugin } = load('./plugins/light-bundle/index.ts') as typeof lightBundle;

/** The site, derived from portal.config.ts: an adopter edits that file, not this one. */
export default async function siteConfig(): Promise<Config> {
  const portal = await portalOfReaders(await loadPortal());
  const build = buildFolder();
  return {
    title: portal.brand.name,
    tagline: portal.brand.tagline,
    favicon: 'favicon.svg',
    url: new URL(portal.url).origin,
    baseUrl: '/',
    trailingSlash: false,
    onBrokenLinks: 'throw',
    onBrokenAnchors: 'throw',
    onDuplicateRoutes: 'throw',
    markdown: {
      // A guide in .md is CommonMark: it cannot run code. Only .mdx can.
      format: 'detect',
      hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
    },
    future: {
      v4: true,
      faster: {
        swcJsLoader: true,
        swcJsMinimizer: true,
        swcHtmlMinimizer: true,
        lightningCssMinimizer: true,
        mdxCrossCompilerCache: true,
        rspackBundler: true,
        rspackPersistentCache: true,
        ssgWorkerThreads: false,
      },
    },
    customFields: siteFields(portal),
    // Before the first paint, so that "Sign in" does not flash by where somebody is signed in (src/portal-client/session).
    headTags: [
      {
        tagName: 'script',
        attributes: {},
        innerHTML:
          "try{localStorage.getItem('portolan.person')&&document.documentElement.setAttribute('data-person','')}catch{}",
      },
    ],
    presets: [
      [
        'classic',
        unpublished({
          docs: portal.docsFolder
            ? {
                path: portal.docsFolder,
                routeBasePath: 'docs',
                exclude: excludedGuides(portal),
                remarkPlugins: [
                  reference.exemptReferenceAnchors,
                  [giveEmbedsData, { docsFolder: portal.docsFolder, buildFolder: build }],
                  groupFences,
                ],
              }
            : false,
          blog: false,
          theme: { customCss: ['./src/css/tokens.css', './src/css/site.css'] },
          sitemap: { ignorePatterns: [...reference.sitemapOptions.ignorePatterns, ...unlistedPages] },
        } satisfies PresetOptions),
      ],
    ],
    clientModules: ['./src/features/shell/mend-hash.ts'],
    plugins: [
      reference.referencePlugin(portal, build),
      ['@docusaurus/plugin-content-docs', unpublished(reference.overviewPages(build))],
      (context) => bundlerCachePlugin(context, { buildFolder: build }),
      lightBundlePlugin,
      devServicePlugin,
      directoryPlugin,
      (context) => homePlugin(context, { docsFolder: portal.docsFolder }) as Plugin,
      ['./plugins/twins/index.ts', unpublished({ docsFolder: portal.docsFolder })],
    ],
    themeConfig: {
      image: 'social.png',
      colorMode: { respectPrefersColorScheme: true },
      navbar: { title: portal.brand.name, items: [] },
    } satisfies ThemeConfig,
  };
}

/** What the site's code in the browser knows of portal.config.ts; it must be plain JSON. */
function siteFields(portal: contractRead.LoadedPortal): Record<string, unknown> {
  return {
    serviceUrl: portal.serviceUrl,
    brand: portal.brand,
    apis: portal.apis.map(({ id, title, versions }) => ({
      id,
      title,
      versions: versions.map((version) => ({
        id: version.id,
        current: version.current,
        deprecated: version.deprecated !== undefined,
        sandbox: version.upstream !== 'service',
      })),
    })),
    live: Object.fromEntries(
      portal.apis.flatMap(({ id, versions }) =>
        versions.flatMap(({ id: version, live }) =>
          live ? [[`${id}/${version}`, { variables: live.variables }]] : [],
        ),
      ),
    ),
    journeys: portal.journeys,
    feedback: portal.feedback,
    accounts: { signUp: portal.accounts.signUp },
    ...(portal.readers.length > 0 && { readers: portal.readers }),
    ...(portal.earlyGuides.length > 0 && { earlyGuides: portal.earlyGuides }),
    // A page that nobody could use is not linked to.
    ...((portal.readers.length > 0 || portal.access.some(({ listed }) => listed)) && { hasEarlyAccess: true }),
  };
}
