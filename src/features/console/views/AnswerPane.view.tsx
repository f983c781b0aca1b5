import { useEffect, useRef } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { judgeFailure } from '../answer/judge';
import type { ConsolePhase, Settled } from '../console-state';
import type { SchemaParts } from '../editor/schema-parts';
import type { FieldProblem, FormValues } from '../request';
import { AnswerComing } from './AnswerComing.view';
import { AnswerContent, loadBody } from './AnswerContent.view';
import { Answered } from './Answered.view';
import { AnswerFigures } from './AnswerFigures.view';
import { AnswerNext } from './AnswerNext.view';
import { AnswerWaiting } from './AnswerWaiting.view';
import { JudgementNote } from './JudgementNote.view';
import styles from './AnswerPane.module.css';

export interface AnswerPaneProps {
  readonly page: OperationPage;
  readonly settled: Settled | null;
  /** The request that is under way. */
  readonly sending: Extract<ConsolePhase, { readonly kind: 'sending' }> | null;
  readonly marks: readonly FieldProblem[];
  /** What the page leaves out of its schemas. */
  readonly parts: SchemaParts;
  readonly onGoTo: (mark: FieldProblem) => void;
  readonly values: FormValues;
  /** Fills fields, by `fieldKey`, and sends. */
  readonly onNext: (fields: Readonly<Record<string, string>>) => void;
  /** Sends what was sent once more. */
  readonly onAgain: () => void;
}

/** What came back: status and its meaning for this operation, figures, whose fault it is, body, headers. */
export function AnswerPane({ sending, ...props }: AnswerPaneProps) {
  const { page, settled, marks, onGoTo, onAgain, parts } = props;
  const place = useRef<HTMLDivElement>(null);
  // The answer may come below the fold of the pane that the console stands in.
  useEffect(() => {
    if (settled) place.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [settled]);
  const coming = sending?.partial ?? null;
  const isComing = coming !== null;
  useEffect(() => {
    if (isComing) void loadBody().catch(() => undefined);
  }, [isComing]);
  if (coming) {
    return (
      <div className={styles.answer}>
        <AnswerFigures {...coming} totalMilliseconds={null} />
        <AnswerComing page={page} partial={coming} parts={parts} />
      </div>
    );
  }
  if (sending) return <AnswerWaiting upload={sending.upload} />;
  if (!settled) return null;
  if (settled.kind === 'failed') {
    const { failure } = settled;
    const partial = 'partial' in failure ? failure.partial : null;
    return (
      <div ref={place} className={styles.answer}>
        {partial && <AnswerFigures {...partial} totalMilliseconds={null} isOver />}
        <JudgementNote judgement={judgeFailure(failure)} marks={marks} onGoTo={onGoTo} />
        {partial?.body && partial.body.kind !== 'none' && (
          <AnswerContent
            page={page}
            head={partial.head}
            body={partial.body}
            findings={[]}
            wanted={null}
            parts={parts}
          />
        )}
        <AnswerNext next={null} onNext={props.onNext} onAgain={onAgain} />
      </div>
    );
  }
  return (
    <div ref={place} className={styles.answer}>
      <Answered {...props} answer={settled.answer} place={place} />
    </div>
  );
}
