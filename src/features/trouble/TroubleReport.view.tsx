import type { TroubleRun } from '../../portal-client';
import { reportWords } from './report-words';
import styles from './TroubleRow.module.css';

export interface TroubleReportProps {
  readonly run: TroubleRun;
  readonly on: boolean;
}

/** What happened since it was switched on, or while it was. */
export function TroubleReport({ run, on }: TroubleReportProps) {
  const remarks = reportWords(run.report);
  if (remarks.length === 0) return on ? <p className={styles.quiet}>No request has met it yet.</p> : null;
  return (
    <ul className={styles.report} aria-label={on ? 'What happened so far' : 'What happened while it was on'}>
      {remarks.map(({ text, tone }) => (
        <li key={text} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  );
}
