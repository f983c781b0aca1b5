import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Peer } from './peer.ts';

/** One page for the whole description. */
export const redocly: Peer = {
  name: 'Redocly build-docs',
  manifest: {
    dependencies: { '@redocly/cli': '2.77.0', redoc: '3.0.1' },
    // What redoc asks for is not in every registry, and its bundle, which alone is used, has it inside.
    overrides: { '@redocly/redoc-opentelemetry': '0.2.2' },
  },
  sources: () => ({}),
  commands: [['redocly', 'build-docs', 'api.json', '--output', 'site/index.html']],
  made: ['site'],
  finish: bringScript,
  site: 'site',
  addressOf: ({ operationId, tag }) => `/#tag/${tag}/operation/${operationId}`,
};

/** The page takes its script from the maker's host; here it comes from the same one as the page, as the others' do. */
async function bringScript(folder: string): Promise<void> {
  const page = path.join(folder, 'site/index.html');
  const html = await readFile(page, 'utf8');
  await copyFile(
    path.join(folder, 'node_modules/redoc/bundles/redoc.standalone.js'),
    path.join(folder, 'site/redoc.standalone.js'),
  );
  await writeFile(
    page,
    html
      .replaceAll(/https:\/\/cdn\.redocly\.com\/redoc\/[^"]*\/redoc\.standalone\.js/g, '/redoc.standalone.js')
      .replaceAll(/ integrity="[^"]*"/g, ''),
  );
}
