import Head from '@docusaurus/Head';
import { useLocation } from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useDismissableDetails } from '../../ui';
import { CopyPageView } from './CopyPage.view';
import { twinHref } from './twin-href';
import { useCopyPage } from './use-copy-page';

/** The page as Markdown: to copy, to look at, to give to an agent. */
export function CopyPage() {
  const twin = twinHref(useLocation().pathname);
  const { siteConfig } = useDocusaurusContext();
  const { state, copy } = useCopyPage(twin);
  const menu = useDismissableDetails();
  return (
    <>
      <TwinLink />
      <CopyPageView state={state} onCopy={copy} twin={twin} absolute={`${siteConfig.url}${twin}`} menu={menu} />
    </>
  );
}

/** Tells programs that read the page's head where its twin is (RFC 8288 `alternate`). */
export function TwinLink() {
  const twin = twinHref(useLocation().pathname);
  return (
    <Head>
      <link rel="alternate" type="text/markdown" href={twin} />
    </Head>
  );
}
