import { useEffect, useState } from 'react';
import type { Outcome, TeamExchange } from '../../portal-client';
import { CodeBlock, Skeleton, StatusBadge } from '../../ui';
import styles from './EntryDetail.module.css';

export interface ExchangePaneProps {
  readonly id: string;
  /** Kept the same from one rendering to the next. */
  readonly read: (id: string, signal: AbortSignal) => Promise<Outcome<TeamExchange>>;
}

/** One exchange with its excerpt, read when it is opened. */
export function ExchangePane({ id, read }: ExchangePaneProps) {
  const [outcome, setOutcome] = useState<Outcome<TeamExchange> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void read(id, stop.signal).then((given) => {
      if (!stop.signal.aborted) setOutcome(given);
    });
    return () => stop.abort();
  }, [read, id]);
  if (outcome === null) return <Skeleton lines={3} />;
  if (outcome.kind === 'problem')
    return (
      <p role="alert" className={styles.problem}>
        {outcome.problem.detail ?? outcome.problem.title}
      </p>
    );
  const {
    method,
    path,
    status,
    organization,
    request_id: request,
    trace_id: trace,
    duration_ms: ms,
    excerpt,
  } = outcome.value;
  return (
    <div className={styles.exchange}>
      <p>
        <code>
          {method} {path}
        </code>{' '}
        <StatusBadge status={status} named /> in {ms} ms, {organization ?? 'without a key'}
      </p>
      <p className={styles.ids}>
        Request {request}
        {trace ? ` · trace ${trace}` : ''}
      </p>
      {excerpt ? (
        <>
          <CodeBlock code={excerpt.request} title="Request" />
          <CodeBlock code={excerpt.answer} title="Answer" />
        </>
      ) : (
        <p>No excerpt was kept: there were too many exchanges with something wrong at that time.</p>
      )}
    </div>
  );
}
