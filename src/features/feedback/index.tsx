import { lazy, useState, type ComponentType } from 'react';
import { useLocation } from '@docusaurus/router';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import type { WiredFeedbackProps } from './WiredFeedback';
import { PageFeedbackForm } from './PageFeedback.view';
import styles from './PageFeedback.module.css';

type Asking =
  | { readonly kind: 'asking' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'answering'; readonly helpful: boolean; readonly Flow: ComponentType<WiredFeedbackProps> }
  | { readonly kind: 'failed' };

function load(): Promise<ComponentType<WiredFeedbackProps>> {
  return import('./WiredFeedback').then((module) => module.WiredFeedback);
}

/** "Was this page helpful?", at the end of a page. What follows on the answer is loaded when somebody is about to give one. */
export function PageFeedback() {
  const { pathname } = useLocation();
  // Another page asks anew.
  return <Question key={pathname} page={pathname} />;
}

function Question({ page }: { readonly page: string }) {
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
        <asking.Flow page={page} helpful={asking.helpful} reasons={reasons} serviceUrl={serviceUrl} />
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

/** A form to report something with, for others to place: its code comes when it is shown. */
export const ReportThis = lazy(() => import('./ReportThis'));
