import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OperationPage, ReferenceNav } from '../../../contract/reference-page.ts';
import { outlineOf } from '../overview/build-nav.ts';
import { dataBlock, servedPage, type ServedPage } from './served-page.ts';
import type { RenderPage } from './site-renderer.ts';

/** `src/features/reference/data/served-page.ts` looks under this name for the page of an address. */
const SOURCE = Symbol.for('portolan.reference.served-page');

/** Writes the HTML of every operation of one API version, beside its JSON in `folder` (`…/reference/{api}/{version}`). */
export async function renderPages(folder: string, render: RenderPage): Promise<void> {
  const nav = readJson<ReferenceNav>(path.join(folder, 'nav.json'));
  const outline = outlineOf(nav);
  let current: ServedPage | undefined;
  Object.assign(globalThis, { [SOURCE]: () => current });
  for (const { slug } of nav.groups.flatMap(({ items }) => items)) {
    const file = path.join(folder, slug);
    current = servedPage(readJson<OperationPage>(`${file}.json`), outline, nav);
    // One after the other: the bundle is handed one page at a time.
    writeFileSync(`${file}.html`, await render(`/reference/${nav.api}/${nav.version}/${slug}`, dataBlock(current)));
  }
  Object.assign(globalThis, { [SOURCE]: undefined });
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}
