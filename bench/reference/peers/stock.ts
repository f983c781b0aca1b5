import { bare } from './bare.ts';
import { kebabCase, type Peer } from './peer.ts';

/** The plugin and theme that most Docusaurus sites have, as their documentation says. */
export const stock: Peer = {
  name: 'stock plugin and theme',
  manifest: {
    ...bare.manifest,
    dependencies: {
      ...bare.manifest.dependencies,
      'docusaurus-plugin-openapi-docs': '5.2.0',
      'docusaurus-theme-openapi-docs': '5.2.0',
    },
  },
  sources: () => ({ 'docusaurus.config.js': CONFIG, 'docs/index.md': '# Stock\n' }),
  commands: [
    ['docusaurus', 'gen-api-docs', 'all'],
    ['docusaurus', 'build'],
  ],
  made: ['build', '.docusaurus', 'docs/api', 'node_modules/.cache'],
  site: 'build',
  addressOf: ({ operationId, title }, pages) =>
    [operationId, title].map((name) => `/api/${kebabCase(name)}`).find((address) => pages.includes(`${address}.html`)),
};

const CONFIG = `module.exports = {
  title: 'Stock', url: 'https://example.com', baseUrl: '/', trailingSlash: false, onBrokenLinks: 'warn',
  future: { v4: true, faster: true },
  presets: [['classic', { docs: { routeBasePath: '/', docItemComponent: '@theme/ApiItem' }, blog: false }]],
  plugins: [['docusaurus-plugin-openapi-docs', {
    id: 'api', docsPluginId: 'classic',
    config: { api: { specPath: 'api.json', outputDir: 'docs/api', sidebarOptions: { groupPathsBy: 'tag' } } },
  }]],
  themes: ['docusaurus-theme-openapi-docs'],
};
`;
