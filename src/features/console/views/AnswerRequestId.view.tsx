import { Suspense, useState } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { Button, CopyButton } from '../../../ui';
import { ReportExchange } from '../../feedback';
import type { AnswerHead } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import { reportWords } from '../answer/report-words';
import { requestIdOf } from '../answer/request-id';
import styles from './AnswerPane.module.css';

export interface AnswerRequestIdProps {
  readonly page: OperationPage;
  readonly head: AnswerHead;
  readonly findings: readonly AnswerFinding[];
}

/** What to say when one asks for help, and the way to ask for it. */
export function AnswerRequestId({ page, head, findings }: AnswerRequestIdProps) {
  const [reported, setReported] = useState<AnswerHead | null>(null);
  const id = requestIdOf(head);
  if (reported === head) {
    return (
      <Suspense fallback={<p className={styles.empty}>One moment…</p>}>
        <ReportExchange
          exchange={id}
          words={reportWords({ page, status: head.status, requestId: id, findings })}
          about={{ api: page.api, version: page.version, operation: page.id }}
        />
      </Suspense>
    );
  }
  return (
    <p className={styles.next}>
      {id && (
        <>
          <span>Request</span>
          <code>{id}</code>
          <CopyButton text={id} label="Copy the request’s id" />
        </>
      )}
      <Button size="small" variant="quiet" onClick={() => setReported(head)}>
        Report this
      </Button>
    </p>
  );
}
