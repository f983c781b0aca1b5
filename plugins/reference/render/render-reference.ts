import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import { linkFolder } from '../files/link-folder.ts';
import type { Share } from './render-pages.ts';
import { serverFolderOf } from './server-folder.ts';

export interface RenderJob {
  readonly serverFolder: string;
  readonly folders: readonly string[];
  readonly share: Share;
}

/** A thread loads the whole site first; more of them win nothing on the machines that build sites. */
const MOST_THREADS = 4;

/**
 * After Docusaurus has built the site, puts the operations in: their data, and an HTML page for each, rendered by the site's own
 * server bundle. In threads, after Docusaurus's process has given back its memory.
 */
export async function renderReference(portal: LoadedPortal, buildFolder: string, siteFolder: string): Promise<void> {
  linkFolder(path.join(buildFolder, 'static'), siteFolder);
  const serverFolder = serverFolderOf(buildFolder);
  const folders = portal.apis.flatMap(({ id, versions }) =>
    versions.map((version) => path.join(siteFolder, 'reference', id, version.id)),
  );
  const every = Math.min(MOST_THREADS, availableParallelism());
  await Promise.all(
    Array.from({ length: every }, (_, first) => run({ serverFolder, folders, share: { first, every } })),
  );
  await rm(serverFolder, { recursive: true, force: true });
}

function run(workerData: RenderJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
