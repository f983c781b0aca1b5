import { PageMetadata } from '@docusaurus/theme-common';
import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Layout from '@theme/Layout';
import NotFound from '@theme/NotFound';
import { readAddress } from './data/operation-address';
import { servedPage } from './data/served-page';
import { useOperationPage } from './data/use-operation-page';
import { ReferenceLayout } from './layout/ReferenceLayout';
import { OperationNotice } from './operation/OperationNotice.view';
import { OperationView } from './operation/OperationView';

/** The frame: the one Docusaurus route of all operations. The build renders it once for each of them. */
export default function OperationRoute() {
  const { pathname } = useLocation();
  const isBrowser = useIsBrowser();
  // Where no operation was rendered, the server has sent the page for what is not found: React takes over that one first.
  const tookOver404 = !isBrowser && !servedPage(pathname) && typeof document !== 'undefined';
  return tookOver404 && process.env.NODE_ENV === 'production' ? <NotFound /> : <Operation pathname={pathname} />;
}

function Operation({ pathname }: { readonly pathname: string }) {
  const state = useOperationPage(pathname);
  const served = servedPage(pathname);
  const place = readAddress(pathname) ?? { api: '', version: '', slug: '' };
  const page = state.kind === 'ready' ? state.page : undefined;
  return (
    <Layout>
      <PageMetadata
        title={page?.title ?? (state.kind === 'missing' ? 'Not found' : 'Loading')}
        description={page?.excerpt}
      />
      <ReferenceLayout
        place={place}
        brought={served ?? {}}
        tag={page?.tag.slug}
        operation={place.slug}
        otherVersions={page?.otherVersions ?? []}
      >
        {page ? (
          <OperationView key={`${page.api}/${page.version}/${page.slug}`} page={page} />
        ) : (
          <OperationNotice state={state} place={place} />
        )}
      </ReferenceLayout>
    </Layout>
  );
}
