import { lazy, Suspense, useMemo } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { headerOf, type Partial } from '../answer/answer';
import type { SchemaParts } from '../editor/schema-parts';
import { eventContract, fileNameFor } from './AnswerContent.view';
import styles from './AnswerBody.module.css';

const AnswerEvents = lazy(() => import('./AnswerEvents.view').then((module) => ({ default: module.AnswerEvents })));

export interface AnswerComingProps {
  readonly page: OperationPage;
  readonly partial: Partial;
  readonly parts: SchemaParts;
}

/** What has come so far: a stream's events, or the end of a text. */
export function AnswerComing({ page, partial, parts }: AnswerComingProps) {
  const { log, text, bytes, head } = partial;
  const contract = useMemo(() => eventContract(page, head, parts), [page, head, parts]);
  const length = Number(headerOf(head, 'content-length') ?? NaN);
  if (log) {
    return (
      <Suspense fallback={null}>
        <AnswerEvents log={log} isComing fileName={fileNameFor(page, head)} contract={contract} />
      </Suspense>
    );
  }
  return (
    <>
      {length > 1_000_000 && bytes <= length && (
        <progress className={styles.progress} aria-label="The answer is coming in" value={bytes / length} />
      )}
      {text !== '' && (
        <pre className={styles.plain} tabIndex={0} aria-label="The end of what has come">
          {text.length > shownCharacters ? `…${text.slice(-shownCharacters)}` : text}
        </pre>
      )}
    </>
  );
}

/** Laid out anew ten times a second. */
const shownCharacters = 5_000;
