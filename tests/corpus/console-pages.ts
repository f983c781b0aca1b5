import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OperationPage, ReferencePage, ServedPage } from '../../contract/reference-page.ts';

/** `PORTAL_CONSOLE_PAGES=20` opens more of each description. */
const EACH = Number(process.env.PORTAL_CONSOLE_PAGES ?? 6);

/** Operations of an API in a built site, the same in each run: of each method and media type one, the most parameters, the largest bodies, then a spread. */
export function consolePages(site: string, api: string): readonly OperationPage[] {
  const folder = path.join(site, `reference/${api}/v1`);
  const paths = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8')) as string[];
  const operations = paths.map((page) => readPage(path.join(folder, `${page}.json`))).filter((page) => page !== null);
  const kinds = new Map<string, OperationPage>();
  for (const page of operations) {
    for (const { type } of page.body?.content ?? []) kinds.set(type, kinds.get(type) ?? page);
    kinds.set(page.method, kinds.get(page.method) ?? page);
  }
  const bySize = operations.toSorted(
    (a, b) => JSON.stringify(b.body ?? '').length - JSON.stringify(a.body ?? '').length,
  );
  const byFields = operations.toSorted((a, b) => b.parameters.length - a.parameters.length);
  const step = Math.max(1, Math.floor(operations.length / EACH));
  const spread = operations.filter((_page, at) => at % step === 0);
  const chosen = [...bySize.slice(0, 2), ...byFields.slice(0, 1), ...kinds.values(), ...spread];
  return [...new Set(chosen)].slice(0, EACH);
}

function readPage(file: string): OperationPage | null {
  const { page } = JSON.parse(readFileSync(file, 'utf8')) as ServedPage<ReferencePage>;
  return page.kind === 'operation' ? page : null;
}
