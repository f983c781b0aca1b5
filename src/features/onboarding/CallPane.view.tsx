import { CodeBlock, MethodBadge, StatusBadge } from '../../ui';
import { formatDuration } from '../console/call';
import type { ShownCall } from './first-call-state';
import styles from './CallPane.module.css';

export interface CallPaneProps {
  /** What was sent, or would be. */
  readonly call: ShownCall | null;
  readonly isCalling: boolean;
}

/** One request and its answer, above each other. Both are shown as text, highlighted. */
export function CallPane({ call, isCalling }: CallPaneProps) {
  if (!call) return <div className={styles.pane} />;
  const { answer } = call;
  return (
    <div className={styles.pane} data-answered={answer !== null}>
      <div className={styles.line}>
        <MethodBadge method={call.method} />
        <code className={styles.path}>{call.path}</code>
      </div>
      {call.body !== null && (
        <CodeBlock code={call.body} language="json" copy={false} frame="flush" className={styles.request} />
      )}
      {(answer !== null || isCalling) && (
        <div className={styles.line}>
          {answer ? (
            <>
              <StatusBadge status={answer.status} named />
              {answer.milliseconds !== null && (
                <span className={styles.time}>{formatDuration(answer.milliseconds)}</span>
              )}
            </>
          ) : (
            <span className={styles.time}>Sent, waiting for the answer…</span>
          )}
        </div>
      )}
      {answer && answer.body !== '' && (
        <CodeBlock code={answer.body} language={answer.language} copy={false} frame="flush" className={styles.answer} />
      )}
    </div>
  );
}
