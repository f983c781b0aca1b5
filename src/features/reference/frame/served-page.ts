import type { ServedPage } from '../../../../contract/reference-page';
import { initialPage } from './initial-page';
import { pageHref, readAddress } from '../data/page-address';

/**
 * The build renders pages outside of this bundle and hands their data over under this name in the global registry of symbols
 * (plugins/reference/render knows the same name). In a browser there is nothing under it.
 */
const SOURCE = Symbol.for('portolan.reference.served-page');

type Source = (pathname: string) => ServedPage | undefined;

/** What the HTML at this address was rendered from; undefined where it was not rendered for this address. */
export function servedPage(pathname: string): ServedPage | undefined {
  const source = (globalThis as { [SOURCE]?: Source })[SOURCE];
  if (source) return source(pathname);
  const address = readAddress(pathname);
  return address && initialPage?.href === pageHref(address) ? initialPage.served : undefined;
}
