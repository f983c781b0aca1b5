import type { NavItem } from '../../../../contract/reference-page';
import { MethodBadge } from '../../../ui';
import { operationHref } from '../data/page-address';
import type { VersionPlace } from '../data/use-nav';
import { QuietLink } from '../layout/QuietLink';
import styles from './OperationTable.module.css';

/** Operations, a line each: method, title, path. */
export function OperationTable({ place, items }: { readonly place: VersionPlace; readonly items: readonly NavItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map(({ slug, title, method, path, deprecated }) => {
        const address = { api: place.api, version: place.version, slug };
        return (
          <li key={slug}>
            <QuietLink to={operationHref(address)} className={styles.row}>
              <MethodBadge method={method} size="compact" />{' '}
              <span className={styles.title}>
                {title}
                {deprecated ? <span className={styles.deprecated}> deprecated</span> : null}
              </span>
              <code className={styles.path}>{path}</code>
            </QuietLink>
          </li>
        );
      })}
    </ul>
  );
}
