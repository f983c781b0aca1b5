import { Skeleton } from '../../../ui';
import styles from './State.module.css';

const rows = 8;

/** The panel's place while the sandbox is read. */
export function StateSkeleton() {
  return (
    <div className={styles.panel}>
      <span role="status" className="pt-unseen">
        Reading what the sandbox holds
      </span>
      <div className={styles.facts} aria-hidden="true">
        {['Holds', 'Last changed', 'Time in the sandbox'].map((fact) => (
          <div key={fact}>
            <Skeleton width="90px" height="20px" />
            <Skeleton width="160px" height="24px" />
          </div>
        ))}
      </div>
      <div className={styles.said} />
      <div className={styles.tableFrame} aria-hidden="true">
        {Array.from({ length: rows + 1 }, (_, row) => (
          <div key={row} className={styles.skeletonRow}>
            <Skeleton width="45%" height="16px" />
          </div>
        ))}
      </div>
    </div>
  );
}
