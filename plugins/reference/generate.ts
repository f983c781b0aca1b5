import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../contract/model.ts';
import type { ReferenceNav, ReferencePage } from '../../contract/reference-page.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { FolderSync } from './files/folder-sync.ts';
import { layOut } from './layout/lay-out.ts';
import { OVERVIEW_ID, tagId } from './layout/light-description.ts';
import { createMarkdownRenderer } from './markdown/render-markdown.ts';
import { webhookGuide } from './operation/verification/webhook-guide.ts';
import { operationPages } from './operation/operation-pages.ts';
import { buildNav } from './overview/build-nav.ts';
import { buildOverview } from './overview/build-overview.ts';
import { buildTagPage } from './overview/build-tag-page.ts';
import { pagePath } from './page-address.ts';
import { pageTools, type PageTools } from './page-tools.ts';
import { servedPage } from './served-page.ts';

export interface ReferenceInput {
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  readonly buildFolder: string;
}

/** What makes pages of a contract, one after the other. */
type PageMaker = (nav: ReferenceNav, tools: PageTools) => Iterable<ReferencePage>;

const PAGE_MAKERS: readonly PageMaker[] = [operationPages];

/**
 * Writes what the site's reference is made of. Below `static/reference/`: the data of every page that is rendered into a frame, their
 * list (`pages.json`), the way around and the descriptions for download. Below `reference-docs/`: overview pages, tag pages and
 * sidebars. Files that stay the same are not touched; those of pages that are gone are deleted.
 */
export async function generateReference({ portal, contracts, buildFolder }: ReferenceInput): Promise<void> {
  const titles = new Map(portal.apis.map(({ id, title }) => [id, title]));
  const navs = contracts.map((contract) => buildNav(contract, titles.get(contract.api) ?? contract.api));
  const laidOut = layOut(navs, path.join(buildFolder, 'reference-docs.next'));
  const render = createMarkdownRenderer();
  const guide = webhookGuide(portal.docsFolder);
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
    const tools = pageTools(contract, contracts, render, guide);
    const pages: string[] = [];
    for (const make of PAGE_MAKERS) {
      for (const page of make(nav, tools)) {
        pages.push(pagePath(page));
        data.write(`${key}/${pagePath(page)}.json`, JSON.stringify(servedPage(page, nav)));
      }
    }
    for (const { name, view } of tools.views.files()) data.write(`${key}/schemas/${name}.json`, JSON.stringify(view));
    data.write(`${key}/pages.json`, JSON.stringify(pages));
    data.write(`${key}/nav.json`, JSON.stringify(nav));
    data.write(`${key}/${description}`, source);
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
