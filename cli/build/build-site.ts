import { spawn } from 'node:child_process';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkJourneys, loadPortal, PortalError, readContracts } from '../../contract/read/index.ts';
import { buildFolder } from '../../contract/read/build-folder.ts';
import { generateReference } from '../../plugins/reference/generate.ts';
import { checkReferenceLinks } from '../../plugins/reference/links/check-links.ts';
import { renderReference } from '../../plugins/reference/render/render-reference.ts';
import { writeSearchIndex } from '../../plugins/search/write-search-index.ts';
import { fingerprintInputs } from './inputs.ts';
import { prepareBuildFolder } from './prepare-build-folder.ts';
import { publishSite } from './publish.ts';
import { writeStamp } from './stamp.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** Milliseconds that each part of a build took. */
export type BuildTimes = Record<'read' | 'generate' | 'bundle' | 'render' | 'index' | 'publish', number>;

/**
 * Builds the whole site below the build folder. The site that was there before stays until the new one is complete.
 * Throws a {@link PortalError} for what an author can mend.
 */
export async function buildSite(): Promise<BuildTimes> {
  const lap = stopwatch();
  const build = buildFolder();
  const portal = await loadPortal();
  const fingerprint = await fingerprintInputs(portal, PROGRAM);
  const contracts = await readContracts(portal);
  await checkJourneys(portal, contracts);
  await prepareBuildFolder(build);
  for (const warning of contracts.flatMap((contract) => contract.warnings)) console.warn(`warning: ${warning}`);
  const read = lap();
  await generateReference({ portal, contracts, buildFolder: build });
  const generate = lap();

  const next = path.join(build, 'site.next');
  await rm(next, { recursive: true, force: true });
  await runDocusaurus(['build', '--out-dir', next], build);
  const bundle = lap();
  await renderReference(portal, build, next);
  await checkReferenceLinks(next);
  const render = lap();
  await writeSearchIndex(next);
  const index = lap();
  const policy = await publishSite(next);
  await writeFile(path.join(build, 'csp.json'), JSON.stringify(policy, null, 2));
  await replaceFolder(next, path.join(build, 'site'));
  await writeStamp(build, fingerprint);
  return { read, generate, bundle, render, index, publish: lap() };
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

/** Runs Docusaurus's command in a process of its own, with its generated files below the build folder. */
export function runDocusaurus(argv: readonly string[], build: string): Promise<void> {
  const command = path.join(PROGRAM, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const child = spawn(process.execPath, [command, ...argv], { cwd: PROGRAM, stdio: 'inherit', env: docusaurusEnvironment(build) });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new PortalError('Docusaurus did not build the site; the reason stands above. The last good site is unchanged.'));
    });
  });
}

export function docusaurusEnvironment(build: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Docusaurus runs in the program's folder, wherever this command was called.
    PORTAL_BUILD: build,
    ...(process.env.PORTAL_CONFIG && { PORTAL_CONFIG: path.resolve(process.env.PORTAL_CONFIG) }),
    DOCUSAURUS_GENERATED_FILES_DIR_NAME: path.relative(PROGRAM, path.join(build, 'docusaurus')),
    DO_NOT_TRACK: '1',
  };
}

async function replaceFolder(from: string, to: string): Promise<void> {
  const old = `${to}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(to, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}
