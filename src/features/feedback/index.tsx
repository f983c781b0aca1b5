import { lazy, useState, type ComponentType } from 'react';
import { useLocation } from '@docusaurus/router';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import type { WiredFeedbackProps } from './WiredFeedback';
import type { FeedbackSubject } from './feedback-flow';
import { PageFeedbackForm } from './PageFeedback.view';
import { PassageReport } from './PassageReport';
import styles from './Feedback.module.css';

type Asking =
  | { readonly kind: 'asking' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'answering'; readonly helpful: boolean; readonly Flow: ComponentType<WiredFeedbackProps> }
  | { readonly kind: 'failed' };

function load(): Promise<ComponentType<WiredFeedbackProps>> {
  return import('./WiredFeedback').then((module) => module.WiredFeedback);
}

export interface PageFeedbackProps {
  /** Of the operation that the page is about. */
  readonly operation?: Pick<FeedbackSubject, 'api' | 'version' | 'operation'> | undefined;
}

/** "Was this page helpful?", at the end of a page. What follows on the answer is loaded when somebody is about to give one. */
export function PageFeedback({ operation }: PageFeedbackProps) {
  const { pathname } = useLocation();
  // Another page asks anew.
  return (
    <>
      <Question key={pathname} page={pathname} operation={operation} />
      <PassageReport />
    </>
  );
}

function Question({ page, operation }: PageFeedbackProps & { readonly page: string }) {
  const { serviceUrl, feedback } = usePortalFields();
  const [asking, setAsking] = useState<Asking>({ kind: 'asking' });
  const reasons = feedback.reasons ?? [];

  const answer = (helpful: boolean): void => {
    setAsking({ kind: 'loading' });
    load().then(
      (Flow) => setAsking({ kind: 'answering', helpful, Flow }),
      () => setAsking({ kind: 'failed' }),
    );
  };

  return (
    <section className={styles.feedback} aria-label="Feedback">
      {asking.kind === 'answering' ? (
        <asking.Flow
          subject={{ page, ...operation, helpful: asking.helpful }}
          reasons={asking.helpful ? [] : reasons}
          serviceUrl={serviceUrl}
        />
      ) : (
        <PageFeedbackForm
          page={page}
          action={`${serviceUrl}/api/v1/feedback`}
          reasons={reasons}
          isLoading={asking.kind === 'loading'}
          onPrepare={() => void load().catch(() => undefined)}
          onAnswer={answer}
        />
      )}
      {asking.kind === 'failed' && (
        <p role="alert" className={styles.failure}>
          The form could not be loaded. Check your connection, and press again.
        </p>
      )}
    </section>
  );
}

export { SampleReport, type SampleReportProps } from './SampleReport';

/** A report on an exchange, for others to place: its code comes when it is shown. */
export const ReportExchange = lazy(() => import('./ReportExchange'));

/** What was searched for without a result, and what was meant: its code comes when it is shown. */
export const SearchReport = lazy(() => import('./SearchReport'));
