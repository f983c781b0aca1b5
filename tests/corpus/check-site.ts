import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FactsOrder, FileFacts } from './file-facts.ts';
import { brokenLinks } from './broken-links.ts';

export interface SiteReport {
  readonly files: number;
  readonly seconds: number;
  /** `reference/a/v1/x.html: what is wrong`. */
  readonly faults: readonly string[];
  /** Texts that may be slips of ours, with their files: the caller knows what a description says itself. */
  readonly slips: readonly (readonly [text: string, file: string])[];
}

/** Looks at every page of a built site, its data and its twins, on all cores. */
export async function checkSite(site: string): Promise<SiteReport> {
  const began = performance.now();
  const present = globSync('**/*.*', { cwd: site });
  const read = present.filter((file) => /\.html$|^reference\/.*\.(?:json|md)$/.test(file) && !isDownload(file));
  const facts = (await Promise.all(shares(read).map((files) => factsOf({ site, files })))).flat();
  const faults = facts.flatMap(({ file, faults }) => faults.map((fault) => `${file}: ${fault}`));
  return {
    files: facts.length,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    faults: [...faults, ...withoutCompanion(present), ...brokenLinks(facts, present)],
    slips: facts.flatMap(({ file, slips }) => slips.map((slip) => [slip, file] as const)),
  };
}

const isDownload = (file: string) => /\/description\.(?:json|yaml)$/.test(file);

function shares(files: readonly string[]): string[][] {
  const count = availableParallelism();
  return Array.from({ length: count }, (_, share) => files.filter((_file, index) => index % count === share));
}

function factsOf(order: FactsOrder): Promise<FileFacts[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./file-facts.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Each page of the reference has a twin, and each page in a frame its data. */
function withoutCompanion(present: readonly string[]): string[] {
  const files = new Set(present);
  return present.flatMap((file) => {
    const [, page] = /^(reference\/.+)\.html$/.exec(file) ?? [];
    if (page === undefined) return [];
    const isFramed = page.split('/').length > 3 && !/^reference\/[^/]+\/[^/]+\/tags\//.test(page);
    const wanted = isFramed ? [`${page}.md`, `${page}.json`] : [`${page}.md`];
    return wanted.filter((one) => !files.has(one)).map((one) => `${file}: there is no ${one}`);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(await checkSite(process.argv[2] ?? '')));
}
