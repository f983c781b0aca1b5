import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import { RenderedPages } from './rendered-pages.ts';
import type { Share } from './render-pages.ts';
import { serverFolderOf } from './server-folder.ts';

export interface RenderJob {
  readonly serverFolder: string;
  readonly renderedFolder: string;
  readonly folders: readonly string[];
  readonly share: Share;
}

export interface RenderInput {
  readonly portal: LoadedPortal;
  readonly buildFolder: string;
  /** With the pages' data in it. */
  readonly siteFolder: string;
  /** Tells one site around the pages from another. */
  readonly stamp: string;
}

/** A thread loads the whole site first; more of them win nothing on the machines that build sites. */
const MOST_THREADS = 4;

/**
 * Puts an HTML page for each page's data into the built site, rendered by the site's own server bundle, in threads. What was rendered
 * before from the same data is taken again.
 */
export async function renderReference({ portal, buildFolder, siteFolder, stamp }: RenderInput): Promise<void> {
  const renderedFolder = path.join(buildFolder, 'rendered');
  const rendered = new RenderedPages(renderedFolder);
  rendered.begin(stamp);
  const serverFolder = serverFolderOf(buildFolder);
  const folders = portal.apis.flatMap(({ id, versions }) =>
    versions.map((version) => path.join(siteFolder, 'reference', id, version.id)),
  );
  const every = Math.min(MOST_THREADS, availableParallelism());
  const used = await Promise.all(
    Array.from({ length: every }, (_, first) =>
      run({ serverFolder, renderedFolder, folders, share: { first, every } }),
    ),
  );
  rendered.finish(new Set(used.flat()));
}

/** The names of what the thread put into place. */
function run(workerData: RenderJob): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData });
    let used: readonly string[] = [];
    worker.once('message', (names: readonly string[]) => (used = names));
    worker.once('error', reject);
    worker.once('exit', () => resolve(used));
  });
}
