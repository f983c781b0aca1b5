import type { NavGroup, NavOutline, OperationPage } from '../../../../contract/reference-page';

/** What one operation's HTML is made from: its page, and as much of the sidebar as stands in the HTML. */
export interface ServedPage {
  readonly page: OperationPage;
  readonly outline: NavOutline;
  readonly group: NavGroup;
}

/**
 * The build renders pages outside of this bundle and hands their data over under this name in the global registry of symbols
 * (plugins/reference/render knows the same name). In a browser there is nothing under it.
 */
const SOURCE = Symbol.for('portolan.reference.served-page');
/** In the HTML the same data stands in a data block, for the page to wake up with. */
export const DATA_BLOCK = 'reference-data';

type Source = (pathname: string) => ServedPage | undefined;

/** The page that the HTML at this address holds; undefined where it was not rendered for this address. */
export function servedPage(pathname: string): ServedPage | undefined {
  return (globalThis as { [SOURCE]?: Source })[SOURCE]?.(pathname) ?? embeddedPage(pathname);
}

let embedded: ServedPage | null | undefined;

function embeddedPage(pathname: string): ServedPage | undefined {
  if (typeof document === 'undefined') return undefined;
  if (embedded === undefined) {
    const text = document.getElementById(DATA_BLOCK)?.textContent;
    embedded = text ? (JSON.parse(text) as ServedPage) : null;
  }
  return embedded && addressOf(embedded.page) === pathname.replace(/\.html$|\/$/, '') ? embedded : undefined;
}

const addressOf = ({ api, version, slug }: OperationPage) => `/reference/${api}/${version}/${slug}`;
