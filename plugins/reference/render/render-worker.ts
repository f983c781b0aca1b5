import { workerData } from 'node:worker_threads';
import type { RenderJob } from './render-reference.ts';
import { renderPages } from './render-pages.ts';
import { loadSiteRenderer } from './site-renderer.ts';

const { serverFolder, folders, share } = workerData as RenderJob;
const render = await loadSiteRenderer(serverFolder);
for (const folder of folders) await renderPages(folder, share, render);
