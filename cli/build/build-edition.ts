import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Contract } from '../../contract/model.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { layOutEmbeds } from '../../plugins/embeds/lay-out-embeds.ts';
import { linkFolder } from '../../plugins/reference/files/link-folder.ts';
import { layOutReference } from '../../plugins/reference/layout/lay-out-reference.ts';
import { checkReferenceLinks } from '../../plugins/reference/links/check-links.ts';
import { pageAddresses } from '../../plugins/reference/pages.ts';
import { planReference } from '../../plugins/reference/plan.ts';
import { renderReference } from '../../plugins/reference/render/render-reference.ts';
import { completeSitemap } from '../../plugins/reference/sitemap.ts';
import { writePages } from '../../plugins/reference/write-pages.ts';
import { writeSearchIndex } from '../../plugins/search/write-search-index.ts';
import type { Guide } from '../../plugins/twins/guides/guide.ts';
import { writeTwins } from '../../plugins/twins/write-twins.ts';
import { beginShell } from './build-shell.ts';
import { compressAssets } from './compress-assets.ts';
import type { Edition } from './editions.ts';
import type { Inputs } from './inputs.ts';
import { prepareBuildFolder } from './prepare-build-folder.ts';
import { scriptHashes } from './script-hashes.ts';

/** What its readers see: a portal and contracts without anything else. */
export interface EditionInput {
  readonly edition: Edition;
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  readonly inputs: Inputs;
  /** Called while Docusaurus is at work. */
  readonly meanwhile: () => Promise<void>;
  readonly lap: (part: 'layout' | 'generate' | 'bundle' | 'render') => void;
}

export interface BuiltEdition {
  readonly edition: Edition;
  /** Complete, and not yet where readers look. */
  readonly folder: string;
  readonly guides: readonly Guide[];
  /** For `csp.json`. */
  readonly scripts: { readonly scripts: readonly string[] };
}

/** Builds an edition of the site into `site.next` below its build folder. */
export async function buildEdition(input: EditionInput): Promise<BuiltEdition> {
  const { edition, portal, contracts, inputs, lap } = input;
  const { build } = edition;
  await prepareBuildFolder(build);
  const plan = planReference({ portal, contracts, buildFolder: build });
  await layOutReference(plan);
  layOutEmbeds({ ...portal, contracts, buildFolder: build });
  lap('layout');
  const { built } = await beginShell(inputs, portal, edition);
  writePages(plan, inputs.code);
  await input.meanwhile();
  lap('generate');
  const shell = await built;
  lap('bundle');

  const folder = path.join(build, 'site.next');
  await rm(folder, { recursive: true, force: true });
  linkFolder(shell.folder, folder);
  linkFolder(path.join(build, 'static'), folder);
  completeSitemap(folder, portal.url, pageAddresses(portal, folder));
  const guides = await writeTwins({ portal, contracts, siteFolder: folder, buildFolder: build });
  await Promise.all([
    renderReference({ portal, buildFolder: build, siteFolder: folder, stamp: shell.stamp }),
    writeSearchIndex(portal, folder).then(() => compressAssets(shell.folder, folder)),
  ]);
  await checkReferenceLinks(folder);
  const scripts = await scriptHashes(shell.folder, build);
  lap('render');
  return { edition, folder, guides, scripts };
}
