import { Button } from '../../../ui';
import { missingName, type AnswerFinding } from '../answer/contract-check/answer-finding';
import styles from './JudgementNote.module.css';

export interface AnswerFindingsProps {
  readonly findings: readonly AnswerFinding[];
  /** Which of them is shown, 0-based; -1 where none is. */
  readonly at: number;
  /** Brings the line of a finding into view. */
  readonly onGoTo: (finding: AnswerFinding) => void;
  readonly onStep: (by: 1 | -1) => void;
}

const mostShown = 8;

/** Where the answer is not as the contract describes it. What is against it is the API's fault, or the contract's. */
export function AnswerFindings({ findings, at, onGoTo, onStep }: AnswerFindingsProps) {
  const breaches = findings.filter(({ weight }) => weight === 'breach');
  const notes = findings.filter(({ weight }) => weight === 'note');
  return (
    <div className={styles.note} data-fault={breaches.length > 0 ? 'upstream' : 'nobody'}>
      {breaches.length > 0 && (
        <p className={styles.title}>
          <span className={styles.side}>The API or its contract</span>
          {breaches.length === 1
            ? 'One place of the answer is not as the contract says'
            : `${breaches.length}${findings.length >= 100 ? ' or more' : ''} places of the answer are not as the contract says`}
        </p>
      )}
      <Places findings={breaches} onGoTo={onGoTo} />
      {notes.length > 0 && (
        <details>
          <summary>
            {notes.length === 1 ? 'One member' : `${notes.length} members`} of the answer that the contract does not
            describe
          </summary>
          <Places findings={notes} onGoTo={onGoTo} />
        </details>
      )}
      <p className={styles.steps}>
        <Button size="small" variant="quiet" aria-keyshortcuts="F8" onClick={() => onStep(1)}>
          Next mark
        </Button>
        <kbd aria-hidden="true">F8</kbd>
        <span role="status">{at === -1 ? '' : `${at + 1} of ${findings.length}`}</span>
      </p>
    </div>
  );
}

interface PlacesProps {
  readonly findings: readonly AnswerFinding[];
  readonly onGoTo: (finding: AnswerFinding) => void;
}

function Places({ findings, onGoTo }: PlacesProps) {
  if (findings.length === 0) return null;
  const shown = findings.slice(0, mostShown);
  return (
    <ul className={styles.places}>
      {shown.map((finding) => (
        <li key={`${finding.pointer} ${finding.expected}`}>
          <button type="button" className={styles.place} onClick={() => onGoTo(finding)}>
            {finding.pointer || 'the whole'}
          </button>{' '}
          {words(finding)}
        </li>
      ))}
      {findings.length > shown.length && <li>and {findings.length - shown.length} more, marked below</li>}
    </ul>
  );
}

function words(finding: AnswerFinding): string {
  if (finding.weight === 'note') return '';
  if (missingName(finding) !== null) return `is missing: expected ${finding.expected}`;
  return `expected ${finding.expected}, got ${finding.got}`;
}
