import type { JourneyProgress } from '../../../portal-client';
import { StatusBadge } from '../../../ui';
import styles from './JourneyPanel.module.css';

type Evidence = NonNullable<JourneyProgress['steps'][number]['evidence']>;

/** What a proof rests on. */
export function EvidenceView({ evidence }: { readonly evidence: Evidence }) {
  const by = evidence.by ? ` by ${evidence.by}` : '';
  switch (evidence.kind) {
    case 'key':
      return <p>A key was issued.</p>;
    case 'form':
      return (
        <>
          <dl className={styles.answers}>
            {Object.entries(evidence.answers ?? {}).map(([name, answer]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer}</dd>
              </div>
            ))}
          </dl>
          <p>Filled in{by}</p>
        </>
      );
    case 'agreement':
      return (
        <p>
          {evidence.document}, version {evidence.version}, agreed to{by}
        </p>
      );
    case 'review':
      return (
        <p>
          Reviewed{by}
          {evidence.note ? `: ${evidence.note}` : ''}
        </p>
      );
    case 'records':
      return (
        <ul className={styles.records}>
          {(evidence.exchanges ?? []).map(({ id, method, path, status }) => (
            <li key={id}>
              <StatusBadge status={status} /> <code>{`${method} ${path}`}</code>{' '}
              <span className={styles.faint}>{id}</span>
            </li>
          ))}
          {(evidence.deliveries ?? []).map(({ id, type, url, status }) => (
            <li key={id}>
              <StatusBadge status={status} /> {type} <code>{url}</code> <span className={styles.faint}>{id}</span>
            </li>
          ))}
        </ul>
      );
  }
}
