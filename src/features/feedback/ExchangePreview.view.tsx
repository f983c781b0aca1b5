import type { OwnExchange } from '../../portal-client';
import { MethodBadge, StatusBadge } from '../../ui';
import styles from './Feedback.module.css';

export interface ExchangePreviewProps {
  readonly exchange: OwnExchange;
  readonly isAttached: boolean;
  readonly onAttach: (isAttached: boolean) => void;
}

/** What goes along with a report, word for word. */
export function ExchangePreview({ exchange, isAttached, onAttach }: ExchangePreviewProps) {
  const { excerpt } = exchange;
  return (
    <div className={styles.along}>
      <label className={styles.reason}>
        <input type="checkbox" checked={isAttached} onChange={(event) => onAttach(event.target.checked)} />
        The exchange goes along, as the portal recorded it
      </label>
      {isAttached && (
        <>
          <p className={styles.line}>
            <MethodBadge method={exchange.method} /> <code>{exchange.path}</code>{' '}
            <StatusBadge status={exchange.status} named />
          </p>
          {excerpt ? (
            <details className={styles.excerpt}>
              <summary>Read everything that goes along</summary>
              <pre tabIndex={0}>{excerpt.request}</pre>
              <pre tabIndex={0}>{excerpt.answer}</pre>
            </details>
          ) : (
            <p className={styles.hint}>Neither headers nor bodies: the portal keeps those of failed requests only.</p>
          )}
        </>
      )}
    </div>
  );
}
