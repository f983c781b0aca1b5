import type { TagPage } from '../../../../contract/reference-page';
import { PageFeedback } from '../../feedback';
import { VersionNote } from '../operation/DeprecationNotes';
import { ExternalDocs } from '../operation/ExternalDocs.view';
import { PageTop } from '../operation/PageTop.view';
import { Html } from '../schema/Html.view';
import { OperationTable } from './OperationTable.view';
import styles from './Overview.module.css';

/** What a tag is about, and its operations. */
export function TagView({ page }: { readonly page: TagPage }) {
  const { title, descriptionHtml, externalDocs, operations, otherVersions } = page;
  return (
    <article className={styles.overview}>
      <PageTop place={page} trail={[]} title={title} />
      <VersionNote place={page} links={otherVersions} />
      <Html html={descriptionHtml} className={styles.description} long />
      <ExternalDocs docs={externalDocs} className={styles.more} />
      <div className={styles.table}>
        <OperationTable place={page} items={operations} />
      </div>
      <PageFeedback />
    </article>
  );
}
