import type { OperationPage } from '../../../../contract/reference-page';
import { PageFeedback } from '../../feedback';
import { ChangedSinceLine } from '../changes/ChangedSinceLine.view';
import { Html } from '../schema/Html.view';
import { BodySection } from './BodySection.view';
import { CallbacksSection } from './CallbacksSection.view';
import { DeprecationNotes } from './DeprecationNotes';
import { ExternalDocs } from './ExternalDocs.view';
import { EndpointLine } from './EndpointLine.view';
import { Pager } from './Pager.view';
import { PageTop } from './PageTop.view';
import { ParameterSections } from './ParameterSections.view';
import { ResponsesSection } from './ResponsesSection.view';
import { SamplePane } from './SamplePane';
import { Section } from './Section.view';
import { SecurityLine } from './SecurityLine.view';
import { ServerList } from './ServerList.view';
import { VerificationSection } from './VerificationSection';
import styles from './OperationView.module.css';

/** An operation: at the left the contract to read, at the right what one sends and gets, and the console. */
export function OperationView({ page }: { readonly page: OperationPage }) {
  return (
    <article className={styles.operation}>
      <div className={styles.contract}>
        <PageTop
          place={page}
          trail={[{ title: page.tag.name, tag: page.tag.slug }]}
          title={page.title}
          badges={page.badges}
        />
        <DeprecationNotes page={page} />
        <EndpointLine page={page} />
        <Html html={page.descriptionHtml} className={styles.description} long />
        <ExternalDocs docs={page.externalDocs} className={styles.more} />
        <SecurityLine page={page} />
        {page.changedSince ? <ChangedSinceLine since={page.changedSince} version={page.version} /> : null}
      </div>
      <aside className={styles.tryout} aria-label={page.kind === 'webhook' ? 'Payload' : 'Sample and console'}>
        <SamplePane page={page} />
      </aside>
      <div className={styles.details}>
        <ParameterSections page={page} />
        <BodySection page={page} />
        <VerificationSection page={page} />
        <ResponsesSection page={page} />
        <CallbacksSection page={page} />
        {page.servers ? (
          <Section id="servers" title={page.servers.length === 1 ? 'Its own server' : 'Its own servers'}>
            <ServerList servers={page.servers} />
          </Section>
        ) : null}
        <div className={styles.ending}>
          <PageFeedback operation={{ api: page.api, version: page.version, operation: page.id }} />
          <Pager previous={page.previous} next={page.next} />
        </div>
      </div>
    </article>
  );
}
