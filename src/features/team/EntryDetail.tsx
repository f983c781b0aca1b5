import { useCallback, useState } from 'react';
import Link from '@docusaurus/Link';
import type { DriftEntry, TeamClient } from '../../portal-client';
import { Button, CodeBlock } from '../../ui';
import { ExchangePane } from './ExchangePane';
import styles from './EntryDetail.module.css';

export interface EntryDetailProps {
  readonly client: TeamClient;
  readonly teamKey: string;
  readonly entry: DriftEntry;
  readonly onResolved: (entry: DriftEntry) => void;
}

/** One entry, opened: what stood there, since when, in which exchanges, and what can be done about it. */
export function EntryDetail({ client, teamKey, entry, onResolved }: EntryDetailProps) {
  const [exchange, setExchange] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const readExchange = useCallback(
    (id: string, signal: AbortSignal) => client.readExchange(id, teamKey, signal),
    [client, teamKey],
  );
  const resolve = async (): Promise<void> => {
    setBusy(true);
    const outcome = await client.resolveDrift(entry.id, teamKey);
    setBusy(false);
    if (outcome.kind === 'ok') onResolved(outcome.value);
    else setProblem(outcome.problem.detail ?? outcome.problem.title);
  };
  return (
    <div className={styles.detail}>
      <div className={styles.words}>
        <p className={styles.sentence}>
          {entry.place === '' ? null : <code>{entry.place}</code>} {entry.message}
        </p>
        <dl className={styles.facts}>
          <dt>First seen</dt>
          <dd>{time(entry.first_seen)}</dd>
          <dt>Last seen</dt>
          <dd>{time(entry.last_seen)}</dd>
          <dt>{entry.resolved ? 'Resolved' : 'Since then'}</dt>
          <dd>
            {entry.resolved
              ? `${time(entry.resolved.at)}, ${entry.resolved.by === 'person' ? 'by the team' : 'by 500 answers without it'}`
              : `${entry.clean_answers} compared ${entry.clean_answers === 1 ? 'answer' : 'answers'} without it; at 500 it is resolved`}
          </dd>
        </dl>
        <div className={styles.actions}>
          {entry.resolved ? null : (
            <Button size="small" busy={busy} onClick={() => void resolve()}>
              Mark as resolved
            </Button>
          )}
          {entry.reference ? <Link to={entry.reference}>The operation’s page</Link> : null}
        </div>
        {problem ? (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        ) : null}
      </div>
      {entry.example ? <CodeBlock code={entry.example} language="json" title="What stood there" /> : null}
      <div className={styles.exchanges}>
        <h2>Latest exchanges</h2>
        <ul>
          {entry.exchanges.map((id) => (
            <li key={id}>
              <button
                type="button"
                aria-expanded={exchange === id}
                onClick={() => setExchange((before) => (before === id ? null : id))}
              >
                {id}
              </button>
            </li>
          ))}
        </ul>
        {exchange ? <ExchangePane key={exchange} id={exchange} read={readExchange} /> : null}
      </div>
    </div>
  );
}

/** `2026-11-21 09:31:04 UTC` */
function time(text: string): string {
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}
