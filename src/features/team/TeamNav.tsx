import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import { teamPages } from './team-pages';
import styles from './TeamNav.module.css';

/** The way from one of the team's pages to the others. */
export function TeamNav() {
  const { pathname } = useLocation();
  const here = pathname.replace(/\/$/, '');
  return (
    <nav aria-label="Team" className={styles.nav}>
      {teamPages.map(({ to, label }) => (
        <Link key={to} to={to} className={styles.link} aria-current={to === here ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
