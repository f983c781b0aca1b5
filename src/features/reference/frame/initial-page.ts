import type { ServedPage } from '../../../../contract/reference-page';
import { readInitialPage } from './read-initial-page';

/**
 * What the HTML of this page load was rendered from. It is awaited here, so that React takes the page over when its data has come
 * and not before: Docusaurus loads a route's modules first. Until then the page is read as it is.
 */
export const initialPage: { readonly href: string; readonly served: ServedPage } | undefined = await readInitialPage();
