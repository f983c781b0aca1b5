import { markHits } from '../answer/rows/marked-pieces';
import type { Piece } from '../answer/rows/json-row';
import { missingName, type AnswerFinding } from '../answer/contract-check/answer-finding';
import styles from './AnswerRows.module.css';

/** The text of a row in its colours, with what is searched for marked. */
export function AnswerPieces({ pieces, query }: { readonly pieces: readonly Piece[]; readonly query: string }) {
  return markHits(pieces, query).map(({ text, kind, isHit }, index) => {
    const shown = isHit ? <mark>{text}</mark> : text;
    if (kind === 'plain') return isHit ? <mark key={index}>{text}</mark> : text;
    return (
      <span key={index} className={styles[kind]}>
        {shown}
      </span>
    );
  });
}

/** What is wrong at a row, behind its text. */
export function RowFindings({ findings }: { readonly findings: readonly AnswerFinding[] }) {
  return findings.map((finding) => {
    const missing = missingName(finding);
    return (
      <span key={finding.pointer + finding.expected} className={styles.finding} data-weight={finding.weight}>
        {missing === null
          ? `expected ${finding.expected}, got ${finding.got}`
          : `“${missing}” is missing: expected ${finding.expected}`}
      </span>
    );
  });
}
