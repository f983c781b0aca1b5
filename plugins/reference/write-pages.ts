import path from 'node:path';
import { rememberSources } from '../twins/markdown/remember-sources.ts';
import { referenceTwins } from '../twins/reference/reference-twins.ts';
import { descriptionToDownload } from './download.ts';
import { FolderSync } from './files/folder-sync.ts';
import { createMarkdownRenderer } from './markdown/render-markdown.ts';
import type { ReferencePlan } from './plan.ts';
import { VersionPages } from './version-pages.ts';

/**
 * Writes to `static/reference/` the data of every page that is rendered into a frame, their list (`pages.json`), the Markdown twins, the
 * way around (`nav.json`), schemas that pages leave for later (`parts/`), and the descriptions for download. Files that stay the same are not
 * touched; those of pages that are gone are deleted.
 */
export function writePages(plan: ReferencePlan): void {
  const { render, source } = rememberSources(createMarkdownRenderer());
  const data = new FolderSync(path.join(plan.buildFolder, 'static', 'reference'));
  for (const version of plan.versions) {
    const { contract, nav } = version;
    const key = `${contract.api}/${contract.version}`;
    const pages = new VersionPages(version, plan, render);
    const paths = pages.paths();
    const twins = referenceTwins(plan.portal, nav, source);
    for (const page of paths) {
      const served = pages.served(page);
      if (!served) continue;
      data.write(`${key}/${page}.json`, JSON.stringify(served));
      data.write(`${key}/${page}.md`, twins.page(served.page));
    }
    for (const { name, view } of pages.parts()) data.write(`${key}/parts/${name}.json`, JSON.stringify(view));
    data.write(`${key}/pages.json`, JSON.stringify(paths));
    data.write(`${key}/nav.json`, JSON.stringify(nav));
    const download = descriptionToDownload(contract);
    data.write(`${key}/${download.file}`, download.bytes);
    const around = twins.around({ contract, all: plan.contracts, render }, download.bytes.length);
    for (const { name, text } of around) data.write(`${key}${name}`, text);
  }
  data.finish();
}
