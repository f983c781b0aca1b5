import Link from '@docusaurus/Link';
import { proofWords } from '../../../../contract/proof-words';
import { Evidence } from './Evidence.view';
import styles from './Journey.module.css';
import { LastError } from './LastError.view';
import type { StepView } from './step-view';

export interface StepWordsProps {
  readonly step: StepView;
  /** Of all steps, to name those that come before. */
  readonly titles: readonly StepView[];
}

/** What a step asks for, what is still missing, what went wrong last, and what proved it. */
export function StepWords({ step, titles }: StepWordsProps) {
  const { config, progress, standing } = step;
  const before = (config?.after ?? []).map((id) => titles.find((one) => one.id === id)?.title ?? id);
  return (
    <>
      {config?.text ? <p>{config.text}</p> : null}
      <p className={styles.quiet}>
        {config ? proofWords(config.proof) : 'This step is newer than this page: load the page again.'}
        {before.length > 0 && standing !== 'done' ? ` It comes after: ${before.join(', ')}.` : null}
        {config?.recheck ? ' It is asked for again when the contract changes what it is about.' : null}
      </p>
      <StepLinks step={step} />
      {progress?.returned ? (
        <p className={styles.note}>
          {progress.returned.by} gave it back: {progress.returned.note || 'without a note.'}
        </p>
      ) : null}
      {standing === 'begun' || standing === 'to-do' ? <p className={styles.note}>{progress?.missing}</p> : null}
      {standing === 'out-of-date' ? (
        <p className={styles.note}>
          You have shown it before. What it is about has changed since, so it is to be shown again. {progress?.missing}
        </p>
      ) : null}
      {progress?.last_error ? <LastError error={progress.last_error} /> : null}
      {progress?.evidence && progress.proven_at ? (
        <Evidence title="What proved it" at={progress.proven_at} evidence={progress.evidence} />
      ) : null}
      {progress?.shown_before ? (
        <Evidence
          title="What proved it before"
          at={progress.shown_before.proven_at}
          evidence={progress.shown_before.evidence}
        />
      ) : null}
    </>
  );
}

/** Where one reads on. */
export function StepLinks({ step }: { readonly step: StepView }) {
  const links = step.config?.links ?? [];
  if (links.length === 0) return null;
  return (
    <p className={styles.links}>
      {links.map(({ label, href }) => (
        <Link key={href} to={href}>
          {label}
        </Link>
      ))}
    </p>
  );
}
