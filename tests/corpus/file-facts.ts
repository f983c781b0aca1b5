import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { dataFacts } from './data-facts.ts';
import { pageFacts, type PageFacts } from './page-facts.ts';

/** What a file of a built site leads to, and what is wrong with it. */
export interface FileFacts extends PageFacts {
  /** Relative to the site's folder. */
  readonly file: string;
}

export interface FactsOrder {
  readonly site: string;
  readonly files: readonly string[];
}

/** The facts of HTML pages, page data (`.json`) and Markdown twins (`.md`). */
export function fileFacts(site: string, file: string): FileFacts {
  const text = readFileSync(path.join(site, file), 'utf8');
  if (file.endsWith('.html')) return { file, ...pageFacts(text) };
  const none = { ids: [], slips: [] };
  if (file.endsWith('.json')) return { file, ...none, ...dataFacts(text, file) };
  // A twin's links are its own where they lead to a twin; others may stand in an author's code.
  const links = [...text.matchAll(/\]\((\/reference\/[^)\s]+\.md)(?:#[^)\s]*)?\)/g)].map(([, href = '']) => href);
  return { file, ...none, links, faults: text.startsWith('# ') ? [] : ['it begins with no heading'] };
}

if (parentPort) {
  const { site, files } = workerData as FactsOrder;
  parentPort.postMessage(files.map((file) => fileFacts(site, file)));
}
