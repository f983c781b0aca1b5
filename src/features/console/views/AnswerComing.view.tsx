import { lazy, Suspense } from 'react';
import { headerOf, type Partial } from '../answer/answer';
import styles from './AnswerBody.module.css';

const AnswerEvents = lazy(() => import('./AnswerEvents.view').then((module) => ({ default: module.AnswerEvents })));

/** What has come so far: a stream's events, or the end of a text. */
export function AnswerComing({ partial, fileName }: { readonly partial: Partial; readonly fileName: string }) {
  const { log, text, bytes, head } = partial;
  const length = Number(headerOf(head, 'content-length') ?? NaN);
  if (log) {
    return (
      <Suspense fallback={null}>
        <AnswerEvents log={log} isComing fileName={fileName} />
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
