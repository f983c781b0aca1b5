import type { AccessGroup } from '../../../portal-client';
import { Button } from '../../../ui';
import styles from './TeamAccess.module.css';

type Request = AccessGroup['requests'][number];

export interface RequestsProps {
  readonly requests: readonly Request[];
  /** Whose is under way. */
  readonly doing: string | null;
  readonly onLetIn: (request: Request) => void;
  readonly onDecline: (request: Request) => void;
}

/** Who asks to be let in, who asked first at the top. */
export function Requests({ requests, doing, onLetIn, onDecline }: RequestsProps) {
  if (requests.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>Asking</h3>
      <ul className={styles.rows}>
        {requests.map((request) => (
          <li key={request.organization}>
            <span className={styles.who}>
              {request.name}
              <small>
                {request.asked_by ?? 'Somebody who is gone'},{' '}
                <time dateTime={request.asked_at}>{request.asked_at.slice(0, 10)}</time>
              </small>
              {request.note === '' ? null : <q className={styles.note}>{request.note}</q>}
            </span>
            <span className={styles.acts}>
              <Button
                size="small"
                variant="primary"
                busy={doing === request.organization}
                onClick={() => onLetIn(request)}
              >
                Let in
                <span className="pt-unseen"> {request.name}</span>
              </Button>
              <Button size="small" variant="quiet" onClick={() => onDecline(request)}>
                Decline
                <span className="pt-unseen"> {request.name}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
