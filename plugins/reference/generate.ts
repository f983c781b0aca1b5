import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../contract/model.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { FolderSync } from './files/folder-sync.ts';
import { layOut } from './layout/lay-out.ts';
import { OVERVIEW_ID, tagId } from './layout/light-description.ts';
import { createMarkdownRenderer } from './markdown/render-markdown.ts';
import { operationFiles } from './operation/operation-files.ts';
import { buildNav } from './overview/build-nav.ts';
import { buildOverview } from './overview/build-overview.ts';
import { buildTagPage } from './overview/build-tag-page.ts';

export interface ReferenceInput {
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  readonly buildFolder: string;
}

/**
 * Writes what the site's reference is made of: the operations' page data, the way around and the descriptions for download below
 * `static/reference/`, and overview pages, tag pages and sidebars below `reference-docs/`. Files that stay the same are not
 * touched; those of operations that are gone are deleted.
 */
export async function generateReference({ portal, contracts, buildFolder }: ReferenceInput): Promise<void> {
  const titles = new Map(portal.apis.map(({ id, title }) => [id, title]));
  const navs = contracts.map((contract) => buildNav(contract, titles.get(contract.api) ?? contract.api));
  const laidOut = layOut(navs, path.join(buildFolder, 'reference-docs.next'));
  const render = createMarkdownRenderer();
  const data = new FolderSync(path.join(buildFolder, 'static', 'reference'));
  const docs = new FolderSync(path.join(buildFolder, 'reference-docs'));
  // Lets the thread begin before this one is busy.
  await new Promise(setImmediate);
  contracts.forEach((contract, index) => {
    const nav = navs[index];
    if (!nav) return;
    const key = `${contract.api}/${contract.version}`;
    const source = readFileSync(contract.file);
    const description = `description${path.extname(contract.file).toLowerCase() === '.json' ? '.json' : '.yaml'}`;
    for (const { name, value } of operationFiles(nav, { contract, all: contracts, render })) {
      data.write(`${key}/${name}`, JSON.stringify(value));
    }
    data.write(`${key}/nav.json`, JSON.stringify(nav));
    data.write(`${key}/${description}`, source);
    const tools = { contract, all: contracts, render };
    const download = {
      href: `/reference/${key}/${description}`,
      fileName: `${contract.api}-${contract.version}${path.extname(description)}`,
      bytes: source.length,
    };
    docs.write(`${key}/${OVERVIEW_ID}.json`, JSON.stringify(buildOverview(nav, download, tools)));
    nav.groups.forEach((group, position) => {
      docs.write(`${key}/${tagId(position)}.json`, JSON.stringify(buildTagPage(group, nav, tools)));
    });
  });
  data.finish();
  for (const [name, text] of await laidOut) docs.write(name, text);
  docs.finish();
}
