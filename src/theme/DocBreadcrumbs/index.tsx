import Link from '@docusaurus/Link';
import { useSidebarBreadcrumbs } from '@docusaurus/plugin-content-docs/client';
import styles from './styles.module.css';

/** Swizzled: where I am in words, without a home icon (the brand beside it leads there) and without the page itself, whose title follows. */
export default function DocBreadcrumbs() {
  const breadcrumbs = useSidebarBreadcrumbs()?.slice(0, -1) ?? [];
  if (breadcrumbs.length === 0) return null;
  return (
    <nav aria-label="Breadcrumbs" className={styles.breadcrumbs}>
      <ol>
        {breadcrumbs.map((item) => (
          <li key={item.label}>
            {item.href && !(item.type === 'category' && item.linkUnlisted) ? (
              <Link to={item.href}>{item.label}</Link>
            ) : (
              item.label
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
