import type { ReactNode } from 'react';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { useWindowSize } from '@docusaurus/theme-common';
import ContentVisibility from '@theme/ContentVisibility';
import DocBreadcrumbs from '@theme/DocBreadcrumbs';
import DocItemContent from '@theme/DocItem/Content';
import DocItemFooter from '@theme/DocItem/Footer';
import DocItemPaginator from '@theme/DocItem/Paginator';
import DocItemTOCDesktop from '@theme/DocItem/TOC/Desktop';
import DocItemTOCMobile from '@theme/DocItem/TOC/Mobile';
import DocVersionBadge from '@theme/DocVersionBadge';
import DocVersionBanner from '@theme/DocVersionBanner';
import { CopyPage } from '@site/src/features/copy-page';
import { EarlyMark } from '@site/src/features/early-access/edition';
import { PageFeedback } from '@site/src/features/feedback';
import styles from './styles.module.css';

/** Swizzled: our columns (text of a set measure, then what is on this page) instead of Infima's grid, and feedback at the end. */
export default function DocItemLayout({ children }: { readonly children: ReactNode }) {
  const { metadata, frontMatter, toc } = useDoc();
  const windowSize = useWindowSize();
  const hasToc = !frontMatter.hide_table_of_contents && toc.length > 0;
  return (
    <div className={styles.page}>
      <div className={styles.text}>
        <ContentVisibility metadata={metadata} />
        <DocVersionBanner />
        <div className={styles.top}>
          <DocBreadcrumbs />
          <CopyPage />
        </div>
        <EarlyMark source={metadata.source} />
        <article>
          <DocVersionBadge />
          {hasToc ? <DocItemTOCMobile /> : null}
          <DocItemContent>{children}</DocItemContent>
          <DocItemFooter />
        </article>
        <PageFeedback />
        <DocItemPaginator />
      </div>
      {hasToc && windowSize !== 'mobile' ? (
        <aside className={styles.toc} aria-label="On this page">
          <p className={styles.tocTitle}>On this page</p>
          <DocItemTOCDesktop />
        </aside>
      ) : null}
    </div>
  );
}
