import { lazy, Suspense } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { headerOf, type AnswerBody as Body, type AnswerHead } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import { essenceOf } from '../answer/media-type';
import { fileNameOf } from '../answer/save-file';
import styles from './AnswerPane.module.css';

export const loadBody = () => import('./AnswerBody.view');
const AnswerBody = lazy(loadBody);

export interface AnswerContentProps {
  readonly page: OperationPage;
  readonly head: AnswerHead;
  readonly body: Exclude<Body, { readonly kind: 'none' }>;
  readonly findings: readonly AnswerFinding[];
  readonly wanted: AnswerFinding | null;
}

/** The body, once the code that shows it is there. */
export function AnswerContent({ page, head, body, findings, wanted }: AnswerContentProps) {
  return (
    <Suspense fallback={<p className={styles.empty}>Reading the answer…</p>}>
      <AnswerBody
        body={body}
        contentType={headerOf(head, 'content-type')}
        fileName={fileNameFor(page, head)}
        findings={findings}
        wanted={wanted}
      />
    </Suspense>
  );
}

export function fileNameFor(page: OperationPage, head: AnswerHead): string {
  return fileNameOf(page.slug, essenceOf(headerOf(head, 'content-type')));
}
