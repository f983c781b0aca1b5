import type { Peer } from './peer.ts';

/** One page for the whole description. */
export const redocly: Peer = {
  name: 'Redocly build-docs',
  manifest: { dependencies: { '@redocly/cli': '2.77.0' } },
  sources: () => ({}),
  commands: [['redocly', 'build-docs', 'api.json', '--output', 'site/index.html']],
  made: ['site'],
  site: 'site',
  addressOf: ({ operationId, tag }) => `/#tag/${tag}/operation/${operationId}`,
};
