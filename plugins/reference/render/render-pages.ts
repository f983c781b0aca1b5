import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServedPage } from '../../../contract/reference-page.ts';
import { pagesIn } from '../pages.ts';
import type { RenderedPages } from './rendered-pages.ts';
import type { RenderPage } from './site-renderer.ts';

/** `src/features/reference/frame/served-page.ts` looks under this name for the page of an address. */
const SOURCE = Symbol.for('portolan.reference.served-page');

/** Each `every`-th page, from the `first` on. */
export interface Share {
  readonly first: number;
  readonly every: number;
}

/**
 * Writes the HTML of a share of one API version's pages, beside their JSON in `folder` (`…/reference/{api}/{version}`). The renderer
 * is loaded when there is something to render.
 */
export async function renderPages(
  folder: string,
  { first, every }: Share,
  rendered: RenderedPages,
  renderer: () => Promise<RenderPage>,
): Promise<void> {
  let current: ServedPage | undefined;
  Object.assign(globalThis, { [SOURCE]: () => current });
  const pages = pagesIn(folder);
  for (let at = first; at < pages.length; at += every) {
    const file = path.join(folder, pages[at] ?? '');
    const data = readFileSync(`${file}.json`);
    // One after the other: the bundle is handed one page at a time.
    await rendered.put(data, `${file}.html`, async () => {
      current = JSON.parse(data.toString()) as ServedPage;
      const { api, version } = current.page;
      const address = `/reference/${api}/${version}/${pages[at]}`;
      return (await renderer())(address, dataLink(address));
    });
  }
}

/** The page's data is asked for at once, before the code that needs it has come; the page finds it by this element. */
const dataLink = (address: string) =>
  `<link rel="preload" as="fetch" crossorigin="anonymous" id="reference-data" href="${address}.json">`;
