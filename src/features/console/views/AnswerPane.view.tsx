import { useEffect, useRef } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { headerOf, type AnswerBody, type AnswerHead, type Partial } from '../answer/answer';
import { declaredResponse } from '../answer/declared-response';
import { judgeAnswer, judgeFailure } from '../answer/judge';
import { essenceOf } from '../answer/media-type';
import { fileNameOf } from '../answer/save-file';
import { sortHeaders } from '../answer/sort-headers';
import type { Settled } from '../console-state';
import type { FieldProblem } from '../request';
import { BinaryBody, ComingBody, TextBody } from './AnswerBody.view';
import { AnswerFigures } from './AnswerFigures.view';
import { AnswerHeaders } from './AnswerHeaders.view';
import { JudgementNote } from './JudgementNote.view';
import styles from './AnswerPane.module.css';

export interface AnswerPaneProps {
  readonly page: OperationPage;
  readonly settled: Settled | null;
  /** What has come of the answer to the request that is under way. */
  readonly coming: Partial | null;
  readonly marks: readonly FieldProblem[];
  readonly onGoTo: (mark: FieldProblem) => void;
}

/** What came back: status and its meaning for this operation, figures, whose fault it is, body, headers. */
export function AnswerPane({ page, settled, coming, marks, onGoTo }: AnswerPaneProps) {
  const place = useRef<HTMLDivElement>(null);
  // The answer may come below the fold of the pane that the console stands in.
  useEffect(() => {
    if (settled) place.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [settled]);
  if (coming) {
    return (
      <div className={styles.answer}>
        <AnswerFigures head={coming.head} bytes={coming.bytes} totalMilliseconds={null} />
        {coming.text !== '' && <ComingBody text={coming.text} />}
      </div>
    );
  }
  if (!settled) return null;
  if (settled.kind === 'failed') {
    const { failure } = settled;
    const partial = 'partial' in failure ? failure.partial : null;
    return (
      <div ref={place} className={styles.answer}>
        {partial && <AnswerFigures head={partial.head} bytes={partial.bytes} totalMilliseconds={null} />}
        <JudgementNote judgement={judgeFailure(failure)} marks={marks} onGoTo={onGoTo} />
        {partial && partial.text !== '' && <ComingBody text={partial.text} />}
      </div>
    );
  }
  const { answer } = settled;
  const judgement = judgeAnswer(page, answer);
  return (
    <div ref={place} className={styles.answer}>
      <AnswerFigures head={answer} bytes={answer.bytes} totalMilliseconds={answer.totalMilliseconds} />
      <Meaning page={page} status={answer.status} />
      {judgement && <JudgementNote judgement={judgement} marks={marks} onGoTo={onGoTo} />}
      <Body page={page} head={answer} body={answer.body} />
      <AnswerHeaders headers={sortHeaders(answer.headers, declaredResponse(page, answer.status))} />
    </div>
  );
}

/** The contract's own words, sanitised at build time. */
function Meaning({ page, status }: { readonly page: OperationPage; readonly status: number }) {
  const declared = declaredResponse(page, status);
  if (!declared?.descriptionHtml) return null;
  return <div className={styles.meaning} dangerouslySetInnerHTML={{ __html: declared.descriptionHtml }} />;
}

function Body({ page, head, body }: { page: OperationPage; head: AnswerHead; body: AnswerBody }) {
  const contentType = headerOf(head, 'content-type');
  const fileName = fileNameOf(page.slug, essenceOf(contentType));
  if (body.kind === 'text') return <TextBody text={body.text} contentType={contentType} fileName={fileName} />;
  if (body.kind === 'binary') return <BinaryBody blob={body.blob} contentType={contentType} fileName={fileName} />;
  return <p className={styles.empty}>The answer has no body.</p>;
}
