import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import type { Shown } from './use-shown';
import styles from './ChangeFilter.module.css';

/** All changes, or those that can break an integration: two addresses. Without JavaScript all are shown, and this is not. */
export function ChangeFilter({ shown, breaking }: { readonly shown: Shown; readonly breaking: number }) {
  const { pathname } = useLocation();
  return (
    <nav className={styles.filter} aria-label="Which changes are shown">
      <Link to={pathname} aria-current={shown === 'all' ? 'true' : undefined}>
        All changes
      </Link>
      <Link to={`${pathname}?show=breaking`} aria-current={shown === 'breaking' ? 'true' : undefined}>
        Breaking only <span>{breaking}</span>
      </Link>
    </nav>
  );
}
