import { Fragment } from 'react';
import { PageMetadata } from '@docusaurus/theme-common';
import type { ApiOverview } from '../../../../contract/reference-page';
import { PageFeedback } from '../../feedback';
import { schemaHref } from '../data/page-address';
import { QuietLink } from '../layout/QuietLink';
import { ReferenceLayout } from '../layout/ReferenceLayout';
import { VersionNote } from '../operation/DeprecationNotes';
import { PageTop } from '../operation/PageTop.view';
import { Section } from '../operation/Section.view';
import { Html } from '../schema/Html.view';
import { Authentication } from './Authentication.view';
import { BaseAddress } from './BaseAddress';
import { OverviewFacts } from './OverviewFacts.view';
import { TagTable } from './TagTable.view';
import styles from './Overview.module.css';

/** The first page of an API version. Its MDX mounts it with the data that stands beside it. */
export function ApiOverviewPage({ data }: { readonly data: ApiOverview }) {
  const { outline, excerpt, descriptionHtml, otherVersions } = data;
  return (
    <ReferenceLayout place={outline} brought={{ outline }} otherVersions={otherVersions}>
      <PageMetadata title={`${outline.title} ${outline.version}`} description={excerpt} />
      <article className={styles.overview}>
        <PageTop place={outline} title={outline.title} />
        <VersionNote place={outline} links={otherVersions} />
        <div className={styles.columns}>
          <div>
            <Html html={descriptionHtml} className={styles.description} long />
          </div>
          <OverviewFacts data={data} />
        </div>
        <BaseAddress place={outline} servers={data.servers} />
        <Authentication schemes={data.security} />
        <Section id="operations" title="Operations">
          {data.groups.map((group, index) => (
            <Fragment key={group.slug}>
              {group.under !== undefined && group.under !== data.groups[index - 1]?.under ? (
                <h3 className={styles.under}>{group.under}</h3>
              ) : null}
              <TagTable place={outline} group={group} />
            </Fragment>
          ))}
        </Section>
        {outline.schemas === undefined ? null : (
          <Section id="schemas" title="Schemas">
            <p className={styles.schemas}>
              <QuietLink to={schemaHref(outline)}>
                {outline.schemas === 1 ? 'The schema' : `All ${outline.schemas} schemas`}
              </QuietLink>
              , with what uses them.
            </p>
          </Section>
        )}
        <PageFeedback />
      </article>
    </ReferenceLayout>
  );
}
