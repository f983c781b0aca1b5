import path from 'node:path';
import { rememberSources } from '../twins/markdown/remember-sources.ts';
import { referenceTwins } from '../twins/reference/reference-twins.ts';
import { descriptionToDownload } from './download.ts';
import { FolderSync } from './files/folder-sync.ts';
import { createMarkdownRenderer } from './markdown/render-markdown.ts';
import { MadePages } from './made/made-pages.ts';
import { proseLinks } from './markdown/prose-links.ts';
import { linkTargets, type ReferencePlan } from './plan.ts';
import { VersionPages } from './version-pages.ts';

/**
 * Writes to `static/reference/` the data of every page that is rendered into a frame, their list (`pages.json`), the Markdown twins, the
 * way around (`nav.json`), schemas that pages leave for later (`parts/`), and the descriptions for download. Files that stay the same are not
 * touched; those of pages that are gone are deleted. Pages that are made from what they were made from before are left as they are;
 * `stamp` changes with the code that makes them.
 */
export function writePages(plan: ReferencePlan, stamp: string): void {
  const made = new MadePages(path.join(plan.buildFolder, 'made-pages.json'), stamp);
  const data = new FolderSync(path.join(plan.buildFolder, 'static', 'reference'));
  for (const version of plan.versions) {
    const { contract, nav } = version;
    const key = `${contract.api}/${contract.version}`;
    const { render, source } = rememberSources(createMarkdownRenderer(proseLinks(linkTargets(plan, contract))));
    const pages = new VersionPages(version, plan, render);
    const paths = pages.paths();
    const twins = referenceTwins(plan.portal, nav, source);
    for (const page of paths) {
      const digest = pages.digest(page);
      const files = { data: `${key}/${page}.json`, twin: `${key}/${page}.md` };
      const isSame = digest !== undefined && made.isSame(`${key}/${page}`, digest);
      if (isSame && data.keep(files.data) && data.keep(files.twin)) continue;
      const served = pages.served(page);
      if (!served) continue;
      data.write(files.data, JSON.stringify(served));
      data.write(files.twin, twins.page(served.page));
    }
    // A page that was left as it is has left parts of its own; their names tell them by what they are.
    if (made.hasSame()) data.keepFolder(`${key}/parts`);
    for (const { name, view } of pages.parts()) data.write(`${key}/parts/${name}.json`, JSON.stringify(view));
    data.write(`${key}/pages.json`, JSON.stringify(paths));
    data.write(`${key}/nav.json`, JSON.stringify(nav));
    const download = descriptionToDownload(contract);
    data.write(`${key}/${download.file}`, download.bytes);
    data.write(`${key}.md`, twins.overview({ contract, all: plan.contracts, render }, download.bytes.length));
  }
  data.finish();
  made.write();
}
