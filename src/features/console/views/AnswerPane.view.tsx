import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import { headerOf, type Answer, type AnswerBody as Body, type AnswerHead, type Partial } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import { useAnswerCheck } from '../answer/contract-check/use-answer-check';
import { declaredResponse } from '../answer/declared-response';
import { judgeAnswer, judgeFailure } from '../answer/judge';
import { essenceOf } from '../answer/media-type';
import { nextPage, type NextPage } from '../answer/next-page/next-page';
import { fileNameOf } from '../answer/save-file';
import { sortHeaders } from '../answer/sort-headers';
import type { Settled } from '../console-state';
import type { FieldProblem, FormValues } from '../request';
import { AnswerComing } from './AnswerComing.view';
import { AnswerFigures } from './AnswerFigures.view';
import { AnswerFindings } from './AnswerFindings.view';
import { AnswerHeaders } from './AnswerHeaders.view';
import { AnswerLimit } from './AnswerLimit.view';
import { AnswerMeaning } from './AnswerMeaning.view';
import { AnswerRequestId } from './AnswerRequestId.view';
import { JudgementNote } from './JudgementNote.view';
import styles from './AnswerPane.module.css';

const loadBody = () => import('./AnswerBody.view');
const AnswerBody = lazy(loadBody);

export interface AnswerPaneProps {
  readonly page: OperationPage;
  readonly settled: Settled | null;
  /** What has come of the answer to the request that is under way. */
  readonly coming: Partial | null;
  readonly marks: readonly FieldProblem[];
  readonly onGoTo: (mark: FieldProblem) => void;
  readonly values: FormValues;
  /** Fills fields, by `fieldKey`, and sends. */
  readonly onNext: (fields: NextPage['fields']) => void;
}

/** What came back: status and its meaning for this operation, figures, whose fault it is, body, headers. */
export function AnswerPane({ page, settled, coming, marks, onGoTo, values, onNext }: AnswerPaneProps) {
  const place = useRef<HTMLDivElement>(null);
  // The answer may come below the fold of the pane that the console stands in.
  useEffect(() => {
    if (settled) place.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [settled]);
  const isComing = coming !== null;
  useEffect(() => {
    if (isComing) void loadBody().catch(() => undefined);
  }, [isComing]);
  if (coming) {
    return (
      <div className={styles.answer}>
        <AnswerFigures head={coming.head} bytes={coming.bytes} totalMilliseconds={null} />
        <AnswerComing partial={coming} fileName={fileNameFor(page, coming.head)} />
      </div>
    );
  }
  if (!settled) return null;
  if (settled.kind === 'failed') {
    const { failure } = settled;
    const partial = 'partial' in failure ? failure.partial : null;
    return (
      <div ref={place} className={styles.answer}>
        {partial && <AnswerFigures head={partial.head} bytes={partial.bytes} totalMilliseconds={null} isOver />}
        <JudgementNote judgement={judgeFailure(failure)} marks={marks} onGoTo={onGoTo} />
        {partial?.body && partial.body.kind !== 'none' && (
          <AnswerContent page={page} head={partial.head} body={partial.body} findings={[]} wanted={null} />
        )}
      </div>
    );
  }
  return (
    <div ref={place} className={styles.answer}>
      <Answered page={page} answer={settled.answer} marks={marks} onGoTo={onGoTo} values={values} onNext={onNext} />
    </div>
  );
}

interface AnsweredProps extends Pick<AnswerPaneProps, 'page' | 'marks' | 'onGoTo' | 'values' | 'onNext'> {
  readonly answer: Answer;
}

function Answered({ page, answer, marks, onGoTo, values, onNext }: AnsweredProps) {
  const next = useMemo(() => nextPage(page, values, answer), [page, values, answer]);
  const judgement = judgeAnswer(page, answer);
  const findings = useAnswerCheck(page, answer);
  const [wanted, setWanted] = useState<AnswerFinding | null>(null);
  return (
    <>
      <AnswerFigures
        head={answer}
        bytes={answer.bytes}
        totalMilliseconds={answer.totalMilliseconds}
        {...(answer.wireBytes !== undefined && { wireBytes: answer.wireBytes })}
      />
      <AnswerLimit head={answer} at={answer.at ?? 0} />
      <AnswerMeaning page={page} status={answer.status} />
      {judgement && <JudgementNote judgement={judgement} marks={marks} onGoTo={onGoTo} />}
      {findings.length > 0 && <AnswerFindings findings={findings} onGoTo={(finding) => setWanted({ ...finding })} />}
      {answer.body.kind === 'none' ? (
        <p className={styles.empty}>The answer has no body.</p>
      ) : (
        <AnswerContent page={page} head={answer} body={answer.body} findings={findings} wanted={wanted} />
      )}
      {next && (
        <p className={styles.next}>
          <Button size="small" onClick={() => onNext(next.fields)}>
            Next page
          </Button>
          <span>
            as <code>{next.known}</code> says
          </span>
        </p>
      )}
      <AnswerRequestId head={answer} />
      <AnswerHeaders headers={sortHeaders(answer.headers, declaredResponse(page, answer.status))} />
    </>
  );
}

interface AnswerContentProps {
  readonly page: OperationPage;
  readonly head: AnswerHead;
  readonly body: Exclude<Body, { readonly kind: 'none' }>;
  readonly findings: readonly AnswerFinding[];
  readonly wanted: AnswerFinding | null;
}

function AnswerContent({ page, head, body, findings, wanted }: AnswerContentProps) {
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

function fileNameFor(page: OperationPage, head: AnswerHead): string {
  return fileNameOf(page.slug, essenceOf(headerOf(head, 'content-type')));
}
