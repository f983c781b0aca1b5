import { lazy, Suspense, useMemo, useState, type RefObject } from 'react';
import type { Answer } from '../answer/answer';
import { useAnswerCheck } from '../answer/contract-check/use-answer-check';
import { useMarks } from '../answer/contract-check/use-marks';
import { judgeAnswer } from '../answer/judge';
import type { JsonIndex } from '../answer/json-index/json-index';
import { nextPage } from '../answer/next-page/next-page';
import { sortHeaders } from '../answer/sort-headers';
import { AnswerContent } from './AnswerContent.view';
import { AnswerFigures } from './AnswerFigures.view';
import { AnswerFindings } from './AnswerFindings.view';
import { AnswerLimit } from './AnswerLimit.view';
import { AnswerMeaning } from './AnswerMeaning.view';
import { AnswerNext } from './AnswerNext.view';
import type { AnswerPaneProps } from './AnswerPane.view';
import { AnswerRequestId } from './AnswerRequestId.view';
import { AnswerTrouble, troubleOf } from './AnswerTrouble.view';
import { JudgementNote } from './JudgementNote.view';
import styles from './AnswerPane.module.css';

/** With what headers mean: it comes with the first answer. */
const AnswerHeaders = lazy(() => import('./AnswerHeaders.view'));

export interface AnsweredProps extends Omit<AnswerPaneProps, 'settled' | 'sending'> {
  readonly answer: Answer;
  /** Within the console. */
  readonly place: RefObject<HTMLElement | null>;
}

/** An answer that came to its end. */
export function Answered({ page, answer, place, marks, parts, onGoTo, values, onNext, onAgain }: AnsweredProps) {
  const next = useMemo(() => nextPage(page, values, answer), [page, values, answer]);
  const judgement = judgeAnswer(page, answer);
  const trouble = troubleOf(answer);
  const [read, setRead] = useState<{ readonly of: Answer; readonly index: JsonIndex } | null>(null);
  const onRead = useMemo(() => (index: JsonIndex) => setRead({ of: answer, index }), [answer]);
  const { findings, progress } = useAnswerCheck(page, answer, read?.of === answer ? read.index : null, parts);
  const { wanted, at, goTo, step } = useMarks(findings, place);
  return (
    <>
      <AnswerFigures head={answer} {...answer} />
      <AnswerLimit head={answer} at={answer.at ?? 0} />
      <AnswerMeaning page={page} status={answer.status} />
      {trouble !== null && <AnswerTrouble trouble={trouble} />}
      {judgement && trouble === null && <JudgementNote judgement={judgement} marks={marks} onGoTo={onGoTo} />}
      {findings.length > 0 && <AnswerFindings findings={findings} at={at} onGoTo={goTo} onStep={step} />}
      {answer.body.kind === 'none' ? (
        <p className={styles.empty}>The answer has no body.</p>
      ) : (
        <AnswerContent page={page} head={answer} body={answer.body} {...{ findings, wanted, parts, onRead }} />
      )}
      {progress !== null && <p className={styles.empty}>Comparing with the contract… {Math.round(progress * 100)} %</p>}
      <AnswerNext next={next} onNext={onNext} onAgain={onAgain} />
      <AnswerRequestId page={page} head={answer} findings={findings} />
      <Suspense fallback={null}>
        <AnswerHeaders headers={sortHeaders(answer.headers, page, answer.status)} />
      </Suspense>
    </>
  );
}
