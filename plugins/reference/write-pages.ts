import path from 'node:path';
import type { ReferenceNav, ReferencePage } from '../../contract/reference-page.ts';
import { descriptionToDownload } from './download.ts';
import { FolderSync } from './files/folder-sync.ts';
import { createMarkdownRenderer } from './markdown/render-markdown.ts';
import { operationPages } from './operation/operation-pages.ts';
import { pagePath } from './page-address.ts';
import { pageTools, type PageTools } from './page-tools.ts';
import type { ReferencePlan } from './plan.ts';
import { servedPage } from './served-page.ts';

/** What makes pages of a contract, one after the other. */
type PageMaker = (nav: ReferenceNav, tools: PageTools) => Iterable<ReferencePage>;

const PAGE_MAKERS: readonly PageMaker[] = [operationPages];

/**
 * Writes to `static/reference/` the data of every page that is rendered into a frame, their list (`pages.json`), the way around
 * (`nav.json`), schemas that pages leave for later, and the descriptions for download. Files that stay the same are not touched;
 * those of pages that are gone are deleted.
 */
export function writePages({ contracts, buildFolder, navs }: ReferencePlan): void {
  const render = createMarkdownRenderer();
  const data = new FolderSync(path.join(buildFolder, 'static', 'reference'));
  for (const { contract, nav } of navs) {
    const key = `${contract.api}/${contract.version}`;
    const tools = pageTools(contract, contracts, render);
    const pages: string[] = [];
    for (const make of PAGE_MAKERS) {
      for (const page of make(nav, tools)) {
        pages.push(pagePath(page));
        data.write(`${key}/${pagePath(page)}.json`, JSON.stringify(servedPage(page, nav)));
      }
    }
    for (const { name, view } of tools.views.files()) data.write(`${key}/parts/${name}.json`, JSON.stringify(view));
    data.write(`${key}/pages.json`, JSON.stringify(pages));
    data.write(`${key}/nav.json`, JSON.stringify(nav));
    const download = descriptionToDownload(contract);
    data.write(`${key}/${download.file}`, download.bytes);
  }
  data.finish();
}
