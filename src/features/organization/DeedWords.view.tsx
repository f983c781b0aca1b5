import type { Deed } from './use-deed';
import styles from './Organization.module.css';

/** What came of it, read out when it comes. `which` are those that this place tells of. */
export function DeedWords({ deed, which }: { readonly deed: Deed; readonly which: (doing: string) => boolean }) {
  const { refused, said } = deed;
  const problem = refused !== null && which(refused.which) ? refused.problem : null;
  return (
    <>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      )}
    </>
  );
}
