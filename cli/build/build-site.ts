import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkExamples } from '../../contract/check-examples.ts';
import { checkNamedOperations, loadPortal, readContracts } from '../../contract/read/index.ts';
import { buildFolder } from '../../contract/read/build-folder.ts';
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
import { writeTwins } from '../../plugins/twins/write-twins.ts';
import { beginShell } from './build-shell.ts';
import { compressAssets } from './compress-assets.ts';
import { fingerprintInputs } from './inputs.ts';
import { prepareBuildFolder } from './prepare-build-folder.ts';
import { replaceFolder } from './replace-folder.ts';
import { PROGRAM } from './run-docusaurus.ts';
import { scriptHashes } from './script-hashes.ts';
import { writeStamp } from './stamp.ts';

/** For each description: GitHub's ten thousand examples would take seconds. */
const EXAMPLES_BUDGET = { milliseconds: 500 };

/** Milliseconds that each part of a build took. Docusaurus works while pages are generated; `bundle` is how much longer it took. */
export type BuildTimes = Record<'read' | 'layout' | 'generate' | 'bundle' | 'render' | 'publish', number>;

/**
 * Builds the whole site below the build folder. The site that was there before stays until the new one is complete.
 * Throws a {@link PortalError} for what an author can mend.
 */
export async function buildSite(): Promise<BuildTimes> {
  const lap = stopwatch();
  const build = buildFolder();
  const portal = await loadPortal();
  const contracts = await readContracts(portal);
  const descriptions = contracts.flatMap(({ file, otherFiles = [] }) => [file, ...otherFiles]);
  const inputs = await fingerprintInputs(portal, PROGRAM, descriptions);
  await checkNamedOperations(portal, contracts);
  await prepareBuildFolder(build);
  for (const warning of contracts.flatMap((contract) => contract.warnings)) console.warn(`warning: ${warning}`);
  const read = lap();

  const plan = planReference({ portal, contracts, buildFolder: build });
  await layOutReference(plan);
  layOutEmbeds({ docsFolder: portal.docsFolder, contracts, buildFolder: build });
  const layout = lap();
  const { built } = await beginShell(inputs, portal, build);
  writePages(plan, inputs.code);
  for (const contract of contracts) {
    for (const warning of await checkExamples(contract, EXAMPLES_BUDGET)) console.warn(`warning: ${warning}`);
  }
  const generate = lap();
  const shell = await built;
  const bundle = lap();

  const next = path.join(build, 'site.next');
  await rm(next, { recursive: true, force: true });
  linkFolder(shell.folder, next);
  linkFolder(path.join(build, 'static'), next);
  completeSitemap(next, portal.url, pageAddresses(portal, next));
  await writeTwins({ portal, contracts, siteFolder: next, buildFolder: build });
  await Promise.all([
    renderReference({ portal, buildFolder: build, siteFolder: next, stamp: shell.stamp }),
    writeSearchIndex(portal, next).then(() => compressAssets(shell.folder, next)),
  ]);
  await checkReferenceLinks(next);
  const render = lap();
  await writeFile(path.join(build, 'csp.json'), JSON.stringify(await scriptHashes(shell.folder, build), null, 2));
  await replaceFolder(next, path.join(build, 'site'));
  await writeStamp(build, 'site', inputs.site, descriptions);
  return { read, layout, generate, bundle, render, publish: lap() };
}

function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = Math.round(now - last);
    last = now;
    return passed;
  };
}
