import { CodeBlock, CopyButton, Skeleton, StatusBadge } from '../../../../ui';
import { headerOf } from '../../answer/answer';
import { formatBytes, formatDuration } from '../../answer/format-figures';
import { languageOf } from '../../answer/media-type';
import { prettyBody } from '../../answer/pretty-body';
import type { HistoryEntry, KeptAnswer } from '../history-entry';
import { mostCharacters, shownCode } from './shown-code';
import parts from './Part.module.css';
import styles from './EntryDetail.module.css';

export interface KeptAnswerProps {
  readonly entry: HistoryEntry;
  /** Undefined until it has been read. */
  readonly answer: KeptAnswer | null | undefined;
}

/** What came back, as far as it was kept. Every text in it is somebody else's: it is shown as text. */
export function KeptAnswerView({ entry: { outcome }, answer }: KeptAnswerProps) {
  if (outcome === null) return null;
  if (outcome.kind === 'failed') {
    return (
      <section aria-label="Answer" className={parts.part}>
        <h4>Answer</h4>
        <p className={styles.note}>None: {outcome.title}.</p>
      </section>
    );
  }
  return (
    <section aria-label="Answer" className={parts.part}>
      <h4>Answer</h4>
      <p className={styles.line}>
        <StatusBadge status={outcome.status} named />
        <span>{formatDuration(outcome.totalMilliseconds)}</span>
        <span>{formatBytes(outcome.bytes)}</span>
      </p>
      {answer === undefined ? <Skeleton lines={4} /> : <Content answer={answer} hasBody={outcome.bytes > 0} />}
    </section>
  );
}

function Content({ answer, hasBody }: { readonly answer: KeptAnswer | null; readonly hasBody: boolean }) {
  if (!answer) return <p className={styles.note}>Its body was not kept.</p>;
  const { text, kept, headers } = answer;
  const language = languageOf(headerOf(answer, 'content-type'));
  return (
    <>
      {text !== '' && <CodeBlock {...shownCode(prettyBody(text, language), language)} className={styles.code} />}
      {text.length > mostCharacters && (
        <p className={styles.note}>
          Its beginning is shown. <CopyButton text={text} label="Copy all of the answer" />
        </p>
      )}
      {kept === 'beginning' && <p className={styles.note}>Of a long body the beginning is kept.</p>}
      {text === '' && (
        <p className={styles.note}>{hasBody ? 'The body is not text, and was not kept.' : 'It has no body.'}</p>
      )}
      {headers.length > 0 && (
        <details className={styles.headers}>
          <summary>{headers.length === 1 ? '1 header' : `${headers.length} headers`}</summary>
          <dl className={styles.pairs}>
            {headers.map(([name, value], place) => (
              <div key={`${place} ${name}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
