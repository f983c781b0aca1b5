import Link from '@docusaurus/Link';
import type { OperationPage } from '../../../../contract/reference-page';
import { Console } from '../../console';
import { PageFeedback } from '../../feedback';
import { Html } from '../schema/Html.view';
import { BodySection } from './BodySection.view';
import { DeprecationNotes } from './DeprecationNotes';
import { EndpointLine } from './EndpointLine.view';
import { Pager } from './Pager.view';
import { PageTop } from './PageTop.view';
import { ParameterSections } from './ParameterSections.view';
import { ResponsesSection } from './ResponsesSection.view';
import { SamplePane } from './SamplePane';
import { SecurityLine } from './SecurityLine.view';
import styles from './OperationView.module.css';

/** An operation: at the left the contract to read, at the right what one sends and gets, and the console. */
export function OperationView({ page }: { readonly page: OperationPage }) {
  return (
    <article className={styles.operation}>
      <div className={styles.contract}>
        <PageTop place={page} trail={[{ title: page.tag.name, tag: page.tag.slug }]} title={page.title} />
        <DeprecationNotes page={page} />
        <EndpointLine page={page} />
        <Html html={page.descriptionHtml} className={styles.description} long />
        {page.externalDocs ? <ExternalDocs docs={page.externalDocs} /> : null}
        <SecurityLine page={page} />
      </div>
      <aside className={styles.tryout} aria-label={page.kind === 'webhook' ? 'Payload' : 'Sample and console'}>
        <SamplePane page={page} console={<Console page={page} />} />
      </aside>
      <div className={styles.details}>
        <ParameterSections page={page} />
        <BodySection page={page} />
        <ResponsesSection page={page} />
        <PageFeedback />
        <Pager previous={page.previous} next={page.next} />
      </div>
    </article>
  );
}

function ExternalDocs({ docs: { href, text } }: { readonly docs: NonNullable<OperationPage['externalDocs']> }) {
  return (
    <p className={styles.more}>
      More: <Link to={href}>{text}</Link>
    </p>
  );
}
