import { PageMetadata } from '@docusaurus/theme-common';
import type { TagPage as TagPageData } from '../../../../contract/reference-page';
import { PageFeedback } from '../../feedback';
import { ReferenceLayout } from '../layout/ReferenceLayout';
import { VersionNote } from '../operation/DeprecationNotes';
import { ExternalDocs } from '../operation/ExternalDocs.view';
import { PageTop } from '../operation/PageTop.view';
import { Html } from '../schema/Html.view';
import { OperationTable } from './OperationTable.view';
import styles from './Overview.module.css';

/** The page of a tag: what it is about, and its operations. */
export function TagPage({ data }: { readonly data: TagPageData }) {
  const { outline, group, excerpt, descriptionHtml, externalDocs, otherVersions } = data;
  return (
    <ReferenceLayout place={outline} brought={{ outline, group }} tag={group.slug} otherVersions={otherVersions}>
      <PageMetadata title={`${group.name} – ${outline.title} ${outline.version}`} description={excerpt} />
      <article className={styles.overview}>
        <PageTop place={outline} trail={[]} title={group.name} />
        <VersionNote place={outline} links={otherVersions} />
        <Html html={descriptionHtml} className={styles.description} long />
        <ExternalDocs docs={externalDocs} className={styles.more} />
        <div className={styles.table}>
          <OperationTable place={outline} items={group.items} />
        </div>
        <PageFeedback />
      </article>
    </ReferenceLayout>
  );
}
