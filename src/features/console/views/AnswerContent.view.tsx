import { lazy, Suspense, useMemo } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { headerOf, type AnswerBody as Body, type AnswerHead } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import { declaredBody } from '../answer/contract-check/declared-body';
import type { EventContract } from '../answer/contract-check/use-event-check';
import type { WantedMark } from '../answer/contract-check/use-marks';
import type { JsonIndex } from '../answer/json-index/json-index';
import { essenceOf } from '../answer/media-type';
import { fileNameOf } from '../answer/save-file';
import type { SchemaParts } from '../editor/schema-parts';
import styles from './AnswerPane.module.css';

export const loadBody = () => import('./AnswerBody.view');
const AnswerBody = lazy(loadBody);

export interface AnswerContentProps {
  readonly page: OperationPage;
  readonly head: AnswerHead;
  readonly body: Exclude<Body, { readonly kind: 'none' }>;
  readonly findings: readonly AnswerFinding[];
  readonly wanted: WantedMark | null;
  readonly parts: SchemaParts;
  /** Called when a JSON body has been read to its end. */
  readonly onRead?: (index: JsonIndex) => void;
}

/** The body, once the code that shows it is there. */
export function AnswerContent({ page, head, body, findings, wanted, parts, onRead }: AnswerContentProps) {
  const events = useMemo(() => eventContract(page, head, parts), [page, head, parts]);
  return (
    <Suspense fallback={<p className={styles.empty}>Reading the answer…</p>}>
      <AnswerBody
        body={body}
        contentType={headerOf(head, 'content-type')}
        fileName={fileNameFor(page, head)}
        findings={findings}
        wanted={wanted}
        events={events}
        onRead={onRead}
      />
    </Suspense>
  );
}

/** What the contract says of each event of such an answer; null where it does not. */
export function eventContract(page: OperationPage, head: AnswerHead, parts: SchemaParts): EventContract | null {
  const declared = declaredBody(page, head.status, headerOf(head, 'content-type'));
  return declared.kind === 'sequence' ? { schema: declared.schema, parts } : null;
}

export function fileNameFor(page: OperationPage, head: AnswerHead): string {
  return fileNameOf(page.slug, essenceOf(headerOf(head, 'content-type')));
}
