import type { ReactNode } from 'react';
import { PageMetadata } from '@docusaurus/theme-common';
import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Layout from '@theme/Layout';
import NotFound from '@theme/NotFound';
import type { NavOutline, ReferencePage } from '../../../../contract/reference-page';
import { readAddress } from '../data/page-address';
import { ReferenceLayout } from '../layout/ReferenceLayout';
import { PageNotice } from './PageNotice.view';
import { servedPage } from './served-page';
import { useFramedPage } from './use-framed-page';

export interface Framed<Page extends ReferencePage> {
  /** Of the pages that this frame holds; a page of another kind is not found here. */
  readonly isHeld: (page: ReferencePage) => page is Page;
  /** In words, for a page that is not there: `operation`. */
  readonly what: string;
  readonly view: (page: Page) => ReactNode;
  /** The document's title where the page's own says too little; `outline` is that of its API version. */
  readonly documentTitle?: (page: Page, outline: NavOutline) => string;
}

/** A frame: the one Docusaurus route of all reference pages of a kind. The build renders it once for each of them. */
export function framedRoute<Page extends ReferencePage>(framed: Framed<Page>) {
  return function FramedRoute() {
    const { pathname } = useLocation();
    const isBrowser = useIsBrowser();
    // Where no page was rendered, the server has sent the page for what is not found: React takes over that one first.
    const tookOver404 = !isBrowser && !servedPage(pathname) && typeof document !== 'undefined';
    if (tookOver404 && process.env.NODE_ENV === 'production') return <NotFound />;
    return <FramedPage {...framed} pathname={pathname} />;
  };
}

function FramedPage<Page extends ReferencePage>({
  isHeld,
  what,
  view,
  documentTitle = ({ title }) => title,
  pathname,
}: Framed<Page> & { readonly pathname: string }) {
  const found = useFramedPage(pathname);
  const state = found.kind === 'ready' && !isHeld(found.served.page) ? ({ kind: 'missing' } as const) : found;
  const address = readAddress(pathname) ?? { api: '', version: '', page: '' };
  const served = state.kind === 'ready' ? state.served : undefined;
  const page = served && isHeld(served.page) ? served.page : undefined;
  return (
    <Layout>
      <PageMetadata
        title={
          page && served ? documentTitle(page, served.outline) : state.kind === 'missing' ? 'Not found' : 'Loading'
        }
        description={page?.excerpt}
      />
      <ReferenceLayout
        place={address}
        brought={served ?? {}}
        tag={served?.group?.slug}
        operation={address.page}
        otherVersions={page?.otherVersions ?? []}
      >
        {page ? view(page) : <PageNotice state={state} place={address} what={what} />}
      </ReferenceLayout>
    </Layout>
  );
}
