import { parentPort, workerData } from 'node:worker_threads';
import type { RenderJob } from './render-reference.ts';
import { RenderedPages } from './rendered-pages.ts';
import { renderPages } from './render-pages.ts';
import { loadSiteRenderer, type RenderPage } from './site-renderer.ts';

const { serverFolder, renderedFolder, folders, share } = workerData as RenderJob;
const rendered = new RenderedPages(renderedFolder);
let renderer: Promise<RenderPage> | undefined;
const load = () => (renderer ??= loadSiteRenderer(serverFolder));
for (const folder of folders) await renderPages(folder, share, rendered, load);
parentPort?.postMessage(rendered.used());
