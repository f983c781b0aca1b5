import Link from '@docusaurus/Link';
import type { FeedbackItem, FeedbackItemState } from '../../../portal-client';
import { Button, MethodBadge, StatusBadge } from '../../../ui';
import { headline, heldBecause, kindNames, saidBy, stateNames } from './inbox-words';
import styles from './Inbox.module.css';

export interface ItemCardProps {
  readonly item: FeedbackItem;
  readonly onState: (state: FeedbackItemState) => void;
  readonly onRelease: () => void;
}

/** One item: what was said, where, by whom, and how it stands. */
export function ItemCard({ item, onState, onRelease }: ItemCardProps) {
  const because = heldBecause(item);
  return (
    <article className={styles.item} aria-labelledby={item.id} data-item tabIndex={-1}>
      <header className={styles.top}>
        <h2 id={item.id}>
          <span className={styles.kind}>{kindNames[item.kind]}</span> {headline(item)}
        </h2>
        {because === null ? (
          <select
            aria-label="State"
            className={styles.choice}
            value={item.state}
            onChange={(event) => onState(event.target.value as FeedbackItemState)}
          >
            {Object.entries(stateNames).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <Button size="small" onClick={onRelease}>
            Let it count
          </Button>
        )}
      </header>
      {because !== null && <p className={styles.held}>{because}</p>}
      {item.quote && <blockquote className={styles.quote}>{item.quote.text}</blockquote>}
      {item.comment !== null && <p className={styles.comment}>{item.comment}</p>}
      {item.exchange && <AttachedExchange exchange={item.exchange} />}
      <p className={styles.foot}>
        <Link to={item.page}>{item.page}</Link>
        {item.reason !== null && <span>{item.reason}</span>}
        <span>{saidBy(item)}</span>
        <time dateTime={item.received_at}>{new Date(item.received_at).toLocaleString()}</time>
        {item.changed_by !== null && <span>{`${stateNames[item.state]}, says ${item.changed_by}`}</span>}
      </p>
    </article>
  );
}

function AttachedExchange({ exchange }: { readonly exchange: NonNullable<FeedbackItem['exchange']> }) {
  return (
    <details className={styles.exchange}>
      <summary>
        <MethodBadge method={exchange.method} /> <code>{exchange.path}</code>{' '}
        <StatusBadge status={exchange.status} named />
      </summary>
      <p>
        Request <code>{exchange.request_id}</code>
      </p>
      {exchange.excerpt && (
        <>
          <pre tabIndex={0}>{exchange.excerpt.request}</pre>
          <pre tabIndex={0}>{exchange.excerpt.answer}</pre>
        </>
      )}
    </details>
  );
}
