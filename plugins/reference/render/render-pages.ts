import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OperationPage, ReferenceNav } from '../../../contract/reference-page.ts';
import { outlineOf } from '../overview/build-nav.ts';
import { dataBlock, servedPage, type ServedPage } from './served-page.ts';
import type { RenderPage } from './site-renderer.ts';

/** `src/features/reference/data/served-page.ts` looks under this name for the page of an address. */
const SOURCE = Symbol.for('portolan.reference.served-page');

/** Each `every`-th operation, from the `first` on. */
export interface Share {
  readonly first: number;
  readonly every: number;
}

/** Writes the HTML of a share of one API version's operations, beside their JSON in `folder` (`…/reference/{api}/{version}`). */
export async function renderPages(folder: string, { first, every }: Share, render: RenderPage): Promise<void> {
  const nav = readJson<ReferenceNav>(path.join(folder, 'nav.json'));
  const outline = outlineOf(nav);
  let current: ServedPage | undefined;
  Object.assign(globalThis, { [SOURCE]: () => current });
  const slugs = nav.groups.flatMap(({ items }) => items.map(({ slug }) => slug));
  for (let at = first; at < slugs.length; at += every) {
    const slug = slugs[at] ?? '';
    const file = path.join(folder, slug);
    current = servedPage(readJson<OperationPage>(`${file}.json`), outline, nav);
    // One after the other: the bundle is handed one page at a time.
    writeFileSync(`${file}.html`, await render(`/reference/${nav.api}/${nav.version}/${slug}`, dataBlock(current)));
  }
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}
