import type { ReactNode } from 'react';
import { useLocation } from '@docusaurus/router';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Dialog } from '../../ui';
import type { FeedbackSubject } from './feedback-flow';
import { WiredFeedback } from './WiredFeedback';
import styles from './Feedback.module.css';

export interface ReportDialogProps {
  readonly title: string;
  /** What it is about, beside the page. */
  readonly subject: Omit<FeedbackSubject, 'page'>;
  readonly question: string;
  readonly onClose: () => void;
  /** What it is about, to be seen. */
  readonly children: ReactNode;
}

/** A report in a dialog: what it is about, and what is said about it. */
export default function ReportDialog({ title, subject, question, onClose, children }: ReportDialogProps) {
  const { pathname } = useLocation();
  const { serviceUrl } = usePortalFields();
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.report}>
        <WiredFeedback
          subject={{ page: pathname, ...subject }}
          reasons={[]}
          question={question}
          serviceUrl={serviceUrl}
        >
          {children}
        </WiredFeedback>
      </div>
    </Dialog>
  );
}
