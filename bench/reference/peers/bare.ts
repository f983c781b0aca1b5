import type { Peer } from './peer.ts';

/** What Docusaurus alone needs for as many pages, each a heading and a sentence. */
export const bare: Peer = {
  name: 'bare Docusaurus, as many trivial pages',
  manifest: {
    dependencies: {
      '@docusaurus/core': '3.10.2',
      '@docusaurus/faster': '3.10.2',
      '@docusaurus/preset-classic': '3.10.2',
      react: '19.3.1',
      'react-dom': '19.3.1',
    },
    overrides: { '@docsearch/react': '4.7.0', '@docsearch/core': '4.7.0', '@docsearch/css': '4.7.0' },
  },
  sources: ({ pages }) => ({
    'docusaurus.config.js': CONFIG,
    'docs/index.md': '# Bare\n',
    ...Object.fromEntries(
      Array.from({ length: pages }, (_, at) => [`docs/page-${at + 1}.md`, `# Page ${at + 1}\n\nOne sentence.\n`]),
    ),
  }),
  commands: [['docusaurus', 'build']],
  made: ['build', '.docusaurus', 'node_modules/.cache'],
};

const CONFIG = `module.exports = {
  title: 'Bare', url: 'https://example.com', baseUrl: '/', trailingSlash: false,
  future: { v4: true, faster: true },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
`;
