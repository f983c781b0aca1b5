import type { ChangedSince } from '../../../../contract/reference-page';
import { QuietLink } from '../layout/QuietLink';
import styles from './ChangedSinceLine.module.css';

/** A quiet line on an operation's page: `Changed since v1: 12 changes, 4 can break an integration`. */
export function ChangedSinceLine({ since, version }: { readonly since: ChangedSince; readonly version: string }) {
  const { from, href, isNew, count, breaking } = since;
  return (
    <p className={styles.line}>
      {isNew ? (
        <QuietLink to={href}>New in {version}</QuietLink>
      ) : (
        <>
          <QuietLink to={href}>Changed since {from}</QuietLink>
          {`: ${count} ${count === 1 ? 'change' : 'changes'}`}
          {breaking > 0 ? `, ${breaking} can break an integration` : null}
        </>
      )}
    </p>
  );
}
