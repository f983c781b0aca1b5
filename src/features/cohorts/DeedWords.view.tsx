import type { Deed } from './use-deed';
import styles from './Cohorts.module.css';

/** What came of it, read out when it comes. */
export function DeedWords({ deed: { said, refused } }: { readonly deed: Deed }) {
  return (
    <>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {refused === null ? null : (
        <p role="alert" className={styles.problem}>
          {refused}
        </p>
      )}
    </>
  );
}
