import { useMemo, useState } from 'react';
import type { Answer } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import { useAnswerCheck } from '../answer/contract-check/use-answer-check';
import { declaredResponse } from '../answer/declared-response';
import { judgeAnswer } from '../answer/judge';
import { nextPage } from '../answer/next-page/next-page';
import { sortHeaders } from '../answer/sort-headers';
import { AnswerContent } from './AnswerContent.view';
import { AnswerFigures } from './AnswerFigures.view';
import { AnswerFindings } from './AnswerFindings.view';
import { AnswerHeaders } from './AnswerHeaders.view';
import { AnswerLimit } from './AnswerLimit.view';
import { AnswerMeaning } from './AnswerMeaning.view';
import { AnswerNext } from './AnswerNext.view';
import type { AnswerPaneProps } from './AnswerPane.view';
import { AnswerRequestId } from './AnswerRequestId.view';
import { JudgementNote } from './JudgementNote.view';
import styles from './AnswerPane.module.css';

export interface AnsweredProps extends Omit<AnswerPaneProps, 'settled' | 'sending'> {
  readonly answer: Answer;
}

/** An answer that came to its end. */
export function Answered({ page, answer, marks, onGoTo, values, onNext, onAgain }: AnsweredProps) {
  const next = useMemo(() => nextPage(page, values, answer), [page, values, answer]);
  const judgement = judgeAnswer(page, answer);
  const findings = useAnswerCheck(page, answer);
  const [wanted, setWanted] = useState<AnswerFinding | null>(null);
  return (
    <>
      <AnswerFigures head={answer} {...answer} />
      <AnswerLimit head={answer} at={answer.at ?? 0} />
      <AnswerMeaning page={page} status={answer.status} />
      {judgement && <JudgementNote judgement={judgement} marks={marks} onGoTo={onGoTo} />}
      {findings.length > 0 && <AnswerFindings findings={findings} onGoTo={(finding) => setWanted({ ...finding })} />}
      {answer.body.kind === 'none' ? (
        <p className={styles.empty}>The answer has no body.</p>
      ) : (
        <AnswerContent page={page} head={answer} body={answer.body} findings={findings} wanted={wanted} />
      )}
      <AnswerNext next={next} onNext={onNext} onAgain={onAgain} />
      <AnswerRequestId head={answer} />
      <AnswerHeaders headers={sortHeaders(answer.headers, declaredResponse(page, answer.status))} />
    </>
  );
}
