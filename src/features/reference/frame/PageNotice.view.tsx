import { Button, ButtonLink, Skeleton } from '../../../ui';
import { versionHref } from '../data/page-address';
import type { VersionPlace } from '../data/use-nav';
import view from '../operation/OperationView.module.css';
import styles from './PageNotice.module.css';
import type { PageState } from './use-framed-page';

/** What stands in a page's place while it is fetched, and where it cannot be had. `what` it is: `operation`, `schema`. */
export function PageNotice({
  state,
  place,
  what,
}: {
  readonly state: PageState;
  readonly place: VersionPlace;
  readonly what: string;
}) {
  if (state.kind === 'missing') {
    return (
      <div className={styles.notice}>
        <h1>There is no such {what}</h1>
        <p>It may have been renamed or removed. The overview lists all that there are.</p>
        <ButtonLink to={versionHref(place)}>Open the overview</ButtonLink>
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div className={styles.notice} role="alert">
        <h1>This page could not be loaded</h1>
        <p>Check your connection, and try again.</p>
        <Button onClick={state.retry}>Try again</Button>
      </div>
    );
  }
  return (
    <div className={view.operation} aria-busy="true">
      <div className={view.contract}>
        <p role="status" className="pt-unseen">
          Loading
        </p>
        <Skeleton width="40%" height="20px" />
        <div className={styles.gap} />
        <Skeleton width="70%" height="38px" />
        <div className={styles.gap} />
        <Skeleton lines={14} height="16px" />
      </div>
      <div className={view.tryout}>
        <Skeleton height="180px" />
        <div className={styles.gap} />
        <Skeleton height="70px" />
        <div className={styles.gap} />
        <Skeleton height="300px" />
      </div>
    </div>
  );
}
