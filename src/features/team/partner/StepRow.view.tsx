import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import CircleDot from 'lucide-react/icons/circle-dot';
import type { JourneyProgress } from '../../../portal-client';
import { EvidenceView } from './EvidenceView.view';
import styles from './JourneyPanel.module.css';

type Step = JourneyProgress['steps'][number];
const marks = {
  proven: { Mark: Check, words: 'Proven' },
  next: { Mark: CircleDot, words: 'Next' },
  waiting: { Mark: Circle, words: 'Not proven' },
} as const;

/** A step: what proved it, or what is missing and what went wrong last. */
export function StepRow({ step }: { readonly step: Step }) {
  const { Mark, words } = marks[step.state];
  const evidence = step.evidence ?? step.shown_before?.evidence;
  return (
    <li className={styles.step} data-state={step.state}>
      <Mark size={16} className={styles.mark} role="img" aria-label={words} />
      <div className={styles.words}>
        <p className={styles.title}>
          {step.title}
          {step.optional ? <span className={styles.faint}> optional</span> : null}
        </p>
        {step.state !== 'proven' && step.missing ? <p className={styles.missing}>{step.missing}</p> : null}
        {step.last_error ? (
          <p className={styles.error}>
            {step.last_error.sentence} <time dateTime={step.last_error.at}>{dayAndMinute(step.last_error.at)}</time>
          </p>
        ) : null}
        {step.returned ? (
          <p className={styles.faint}>
            Given back by {step.returned.by}, {dayAndMinute(step.returned.at)}
          </p>
        ) : null}
        {evidence ? (
          <details className={styles.evidence}>
            <summary>{step.evidence ? 'Evidence' : 'Shown before it changed'}</summary>
            <EvidenceView evidence={evidence} />
          </details>
        ) : null}
      </div>
      {step.proven_at ? (
        <time className={styles.when} dateTime={step.proven_at}>
          {dayAndMinute(step.proven_at)}
        </time>
      ) : null}
    </li>
  );
}

/** `2026-11-21 09:30`, UTC. */
const dayAndMinute = (time: string): string => time.slice(0, 16).replace('T', ' ');
