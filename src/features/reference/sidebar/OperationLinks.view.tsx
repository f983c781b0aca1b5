import type { NavItem } from '../../../../contract/reference-page';
import { MethodBadge } from '../../../ui';
import type { VersionPlace } from '../data/use-nav';
import { operationHref } from '../data/page-address';
import { useVersion } from '../data/reference-site';
import { QuietLink } from '../layout/QuietLink';
import styles from './Sidebar.module.css';

/** A list of operations; the one that is open is marked. */
export function OperationLinks({
  place,
  items,
  current,
}: {
  readonly place: VersionPlace;
  readonly items: readonly NavItem[];
  readonly current: string | undefined;
}) {
  // Where the whole version is deprecated, the page says so: a list of struck-out lines would say nothing more.
  const isStruck = useVersion(place)?.deprecated === undefined;
  return (
    <ul className={styles.items}>
      {items.map(({ slug, title, method, deprecated }) => {
        const address = { ...place, slug };
        return (
          <li key={slug}>
            <QuietLink
              to={operationHref(address)}
              className={deprecated && isStruck ? styles.deprecated : undefined}
              aria-current={slug === current ? 'page' : undefined}
            >
              <MethodBadge method={method} size="compact" /> <span>{title}</span>
              {deprecated ? <span className="pt-unseen">(deprecated)</span> : null}
            </QuietLink>
          </li>
        );
      })}
    </ul>
  );
}
