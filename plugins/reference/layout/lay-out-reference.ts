import path from 'node:path';
import { descriptionToDownload, downloadLink } from '../download.ts';
import { FolderSync } from '../files/folder-sync.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { proseLinks } from '../markdown/prose-links.ts';
import { buildOverview } from '../overview/build-overview.ts';
import { linkTargets, type ReferencePlan } from '../plan.ts';
import { layOut } from './lay-out.ts';
import { OVERVIEW_ID } from './light-description.ts';

/** Writes what Docusaurus builds of the reference to `reference-docs/`: overview pages and sidebars. */
export async function layOutReference(plan: ReferencePlan): Promise<void> {
  const { contracts, buildFolder, versions } = plan;
  const laidOut = layOut(
    versions.map(({ nav }) => nav),
    buildFolder,
  );
  const docs = new FolderSync(path.join(buildFolder, 'reference-docs'));
  for (const { contract, nav } of versions) {
    const key = `${contract.api}/${contract.version}`;
    const render = createMarkdownRenderer(proseLinks(linkTargets(plan, contract)));
    const tools = { contract, all: contracts, render };
    const download = downloadLink(contract, descriptionToDownload(contract).bytes.length);
    docs.write(`${key}/${OVERVIEW_ID}.json`, JSON.stringify(buildOverview(nav, download, tools)));
  }
  for (const [name, text] of await laidOut) docs.write(name, text);
  docs.finish();
}
