import type { Outcome, PortalProblem, WebhookDeliveryDetail } from '../../portal-client';
import { Button, CodeBlock, Skeleton, Tabs } from '../../ui';
import { Attempts } from './Attempts.view';
import { verifySamples } from './verify-sample';
import styles from './Webhooks.module.css';

export interface DeliveryDetailProps {
  readonly detail: Outcome<WebhookDeliveryDetail> | null;
  readonly isReplaying: boolean;
  readonly problem: PortalProblem | null;
  readonly onReplay: () => void;
}

/** The request as it was sent, what a receiver finds that checks it, and each attempt. */
export function DeliveryDetail({ detail, isReplaying, problem, onReplay }: DeliveryDetailProps) {
  if (detail === null) return <Skeleton lines={4} height="20px" />;
  if (detail.kind === 'problem') {
    return <p className={styles.problem}>{detail.problem.detail ?? `${detail.problem.title}.`}</p>;
  }
  const { body, attempts_made: attempts, note, url } = detail.value;
  const last = attempts.at(-1);
  return (
    <>
      <p className={styles.actions}>
        <Button size="small" busy={isReplaying} onClick={onReplay}>
          Send again
        </Button>
        {note !== null && <span>{note}</span>}
      </p>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem.title}. {problem.detail}
        </p>
      )}
      <CodeBlock title="Request" language="http" code={requestText(url, last?.request_headers ?? {}, body)} />
      {last !== undefined && (
        <>
          <h4 className={styles.small}>The signature</h4>
          <ul className={styles.checks} aria-label="What a receiver finds">
            {last.checks.map(({ name, passed, text }) => (
              <li key={name} data-passed={passed}>
                {text}
              </li>
            ))}
          </ul>
          <details className={styles.verify}>
            <summary>Check it yourself</summary>
            <Tabs
              label="Language"
              items={verifySamples(last.request_headers, body).map(({ id, label, language, code }) => ({
                id,
                label,
                content: <CodeBlock language={language} code={code} />,
              }))}
            />
          </details>
        </>
      )}
      <Attempts attempts={attempts} />
    </>
  );
}

/** As it goes over the line; JSON is shown as it was sent, for the signature is over its bytes. */
function requestText(url: string, headers: Readonly<Record<string, string>>, body: string): string {
  const { host, pathname, search } = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${pathname}${search} HTTP/1.1`, `host: ${host}`, ...lines, '', body].join('\n');
}
