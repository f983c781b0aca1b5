import type { WebhookAttempt } from '../../portal-client';
import { StatusBadge } from '../../ui';
import styles from './Webhooks.module.css';

/** Every attempt with what came back. */
export function Attempts({ attempts }: { readonly attempts: readonly WebhookAttempt[] }) {
  if (attempts.length === 0) return <p className={styles.quiet}>It was not sent yet.</p>;
  return (
    <>
      <h4 className={styles.small}>{attempts.length === 1 ? 'One attempt' : `${attempts.length} attempts`}</h4>
      <ol className={styles.attempts}>
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            <time dateTime={attempt.at}>{new Date(attempt.at).toLocaleTimeString()}</time>
            {attempt.status === null ? <span>{attempt.error}</span> : <StatusBadge status={attempt.status} named />}
            <span className={styles.quiet}>{Math.round(attempt.duration_ms)} ms</span>
            <Answer attempt={attempt} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Answer({ attempt }: { readonly attempt: WebhookAttempt }) {
  const { response_headers: headers, response_body: body } = attempt;
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  if (lines.length === 0 && (body ?? '') === '') return null;
  return (
    <details className={styles.answer}>
      <summary>The answer</summary>
      <pre tabIndex={0}>{[...lines, '', body ?? ''].join('\n')}</pre>
    </details>
  );
}
