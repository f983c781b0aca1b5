import clsx from 'clsx';
import type { IntegrationEntry } from '../../portal-client';
import { Skeleton } from '../../ui';
import { cardOf } from './card-of';
import styles from './Grid.module.css';
import { IntegrationCard } from './IntegrationCard.view';

export interface GridProps {
  readonly entries: readonly IntegrationEntry[];
  readonly serviceUrl: string;
  readonly level?: 2 | 3;
  /** What is shown is not what was asked for last: that is on its way. */
  readonly isStale?: boolean;
}

export function Grid({ entries, serviceUrl, level, isStale = false }: GridProps) {
  return (
    <ul className={clsx(styles.grid, isStale && styles.stale)} aria-busy={isStale || undefined}>
      {entries.map((entry) => (
        <li key={entry.slug}>
          <IntegrationCard content={cardOf(entry, serviceUrl)} to={`/integrations/${entry.slug}`} level={level} />
        </li>
      ))}
    </ul>
  );
}

/** The place of cards that are on their way. */
export function WaitingGrid({ cards }: { readonly cards: number }) {
  return (
    <div role="status" className={styles.waits}>
      <span className="pt-unseen">Loading the integrations</span>
      <div className={styles.grid} aria-hidden="true">
        {Array.from({ length: cards }, (_, card) => (
          <div key={card} className={styles.waiting}>
            <Skeleton width="52px" height="52px" />
            <p />
            <Skeleton width="100%" lines={4} />
          </div>
        ))}
      </div>
    </div>
  );
}
