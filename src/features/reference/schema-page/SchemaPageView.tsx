import type { SchemaPage } from '../../../../contract/reference-page';
import { PageFeedback } from '../../feedback';
import { schemaHref } from '../data/page-address';
import { VersionNote } from '../operation/DeprecationNotes';
import { ExampleBlock } from '../operation/ExampleBlock';
import { PageTop } from '../operation/PageTop.view';
import { Pager } from '../operation/Pager.view';
import { Facts } from '../schema/Facts.view';
import { Flags } from '../schema/Flags.view';
import { Html } from '../schema/Html.view';
import { SchemaRoot } from '../schema/SchemaRoot.view';
import { typeLabel } from '../schema/schema-words';
import { UsedBy } from './UsedBy.view';
import styles from './SchemaPage.module.css';

/** A component: what it is, a sample of it, and who uses it. */
export function SchemaPageView({ page }: { readonly page: SchemaPage }) {
  const { schema, example, exampleLength } = page;
  return (
    <article className={styles.schema}>
      <div className={styles.head}>
        <PageTop place={page} trail={[{ title: 'Schemas', href: schemaHref(page) }]} title={page.title} />
        <VersionNote place={page} links={withoutSame(page.otherVersions)} />
        <p className={styles.type}>
          {typeLabel({ ...schema, name: undefined })}
          <Flags schema={schema} isRequired={false} />
        </p>
        <Html html={schema.descriptionHtml} className={styles.description} long />
        <Facts view={schema} />
      </div>
      {example === undefined ? null : (
        <aside className={styles.sample} aria-label="Sample">
          <ExampleBlock text={example} type="application/json" title="Sample" />
          {exampleLength === undefined ? null : (
            <p className={styles.note}>Its beginning: the whole has {exampleLength} characters.</p>
          )}
        </aside>
      )}
      <div className={styles.details}>
        <SchemaRoot view={schema} id="schema" place={page} />
        <UsedBy uses={page.usedBy} />
        <div className={styles.ending}>
          <PageFeedback />
          <Pager previous={page.previous} next={page.next} />
        </div>
      </div>
    </article>
  );
}

/** The note speaks of "the same operation" where there is one. */
const withoutSame = (links: SchemaPage['otherVersions']) => links.map((link) => ({ ...link, same: false }));
