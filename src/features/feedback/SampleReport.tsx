import { lazy, Suspense, useState } from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Flag from 'lucide-react/icons/flag';
import { CodeBlock, IconButton } from '../../ui';
import type { FeedbackSubject } from './feedback-flow';

const ReportDialog = lazy(() => import('./ReportDialog'));
const longestQuote = 1000;

export interface SampleReportProps {
  readonly code: string;
  readonly language: string;
  readonly className?: string;
  /** Of the operation that the sample calls. */
  readonly operation?: Pick<FeedbackSubject, 'api' | 'version' | 'operation'> | undefined;
}

/** "This does not work", for a sample. */
export function SampleReport({ code, language, className, operation }: SampleReportProps) {
  const [isOpen, setOpen] = useState(false);
  // It does nothing without JavaScript.
  if (!useIsBrowser()) return null;
  return (
    <>
      <IconButton label="Report that this sample does not work" className={className} onClick={() => setOpen(true)}>
        <Flag size={16} aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <Suspense fallback={null}>
          <ReportDialog
            title="This sample does not work"
            subject={{ kind: 'sample', language, quote: { text: code.slice(0, longestQuote) }, ...operation }}
            question="What happens when you run it? (optional)"
            onClose={() => setOpen(false)}
          >
            <CodeBlock code={code} language={language} copy={false} />
          </ReportDialog>
        </Suspense>
      )}
    </>
  );
}
