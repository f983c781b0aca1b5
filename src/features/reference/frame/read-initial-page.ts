import type { ServedPage } from '../../../../contract/reference-page';
import { fetchJson, type Fetched } from '../data/fetch-json';

/** The element by which the HTML says where its data is (plugins/reference/render writes it). */
export const DATA_LINK = 'reference-data';

const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

export interface InitialPage {
  /** The address that the HTML was rendered for. */
  readonly href: string;
  readonly served: ServedPage;
}

/**
 * Reads the data of the page that the HTML shows; the browser has asked for it already (`preload`). A page whose data cannot be had
 * stays as it is, to be read, and is tried again. Undefined where the HTML was not rendered from data, or they are gone.
 */
export async function readInitialPage(
  read: (href: string) => Promise<Fetched<ServedPage>> = fetchJson,
  pause: (milliseconds: number) => Promise<unknown> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
): Promise<InitialPage | undefined> {
  if (typeof document === 'undefined') return undefined;
  const file = document.getElementById(DATA_LINK)?.getAttribute('href');
  if (!file) return undefined;
  for (let wait = FIRST_PAUSE_MILLISECONDS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MILLISECONDS)) {
    const fetched = await read(file);
    if (fetched.kind === 'ready') return { href: file.replace(/\.json$/, ''), served: fetched.value };
    if (fetched.kind === 'missing') return undefined;
    await pause(wait);
  }
}
