import Link from '@docusaurus/Link';
import type { FirstCallState } from './first-call-state';
import styles from './FirstCall.module.css';

export interface NextThing {
  readonly to: string;
  readonly label: string;
}

export interface FirstCallFooterProps {
  readonly state: FirstCallState;
  readonly isComplete: boolean;
  readonly next: readonly NextThing[];
}

/** Two lines below the call: what this is, what went wrong, or what to do next. */
export function FirstCallFooter({ state, isComplete, next }: FirstCallFooterProps) {
  if (state.phase.kind === 'failed') {
    const { title, sentence } = state.phase.failure;
    return (
      <div role="alert">
        <p className={styles.failure}>{title}.</p>
        <p>{sentence}</p>
      </div>
    );
  }
  if (isComplete) {
    return (
      <>
        <p className={styles.done}>Done. The gateway saw each of these requests succeed.</p>
        <p className={styles.links}>
          {next.map(({ to, label }) => (
            <Link key={to} to={to}>
              {label}
            </Link>
          ))}
        </p>
      </>
    );
  }
  return (
    <p>{state.late ?? 'Real requests to a sandbox of your own. A step ticks when the gateway has seen it succeed.'}</p>
  );
}
