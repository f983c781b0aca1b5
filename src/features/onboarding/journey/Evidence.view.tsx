import type { JourneyEvidence } from '../../../portal-client';
import { ExchangeLine } from './ExchangeLine.view';
import styles from './Journey.module.css';
import { Moment } from './Moment.view';

export interface EvidenceProps {
  readonly title: string;
  readonly at: string;
  readonly evidence: JourneyEvidence;
}

/** What a proof rests on, on demand: exchanges, deliveries, answers, or who said it. */
export function Evidence({ title, at, evidence }: EvidenceProps) {
  const { kind, exchanges = [], deliveries = [], answers = {}, document, version, by, note } = evidence;
  return (
    <details className={styles.evidence}>
      <summary>
        {title} <Moment at={at} />
      </summary>
      {kind === 'key' ? <p>Your organization got its first key.</p> : null}
      {exchanges.length > 0 ? (
        <ul className={styles.exchanges} aria-label="Exchanges">
          {exchanges.map((exchange) => (
            <ExchangeLine key={exchange.id} exchange={exchange} />
          ))}
        </ul>
      ) : null}
      {deliveries.length > 0 ? (
        <ul className={styles.exchanges} aria-label="Deliveries">
          {deliveries.map(({ id, type, url, status, received_at }) => (
            <li key={id}>
              <code>{type}</code> to <span className={styles.address}>{url}</span>, answered with {status}{' '}
              <Moment at={received_at} />
            </li>
          ))}
        </ul>
      ) : null}
      {Object.keys(answers).length > 0 ? (
        <dl className={styles.answers}>
          {Object.entries(answers).map(([field, answer]) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {document ? (
        <p>
          {document}, version {version}
        </p>
      ) : null}
      {note ? <p>{note}</p> : null}
      {by ? <p>By {by}.</p> : null}
    </details>
  );
}
