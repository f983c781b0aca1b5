import Link from '@docusaurus/Link';
import { tagHref, versionHref } from '../data/page-address';
import { useReferenceSite } from '../data/reference-site';
import type { VersionPlace } from '../data/use-nav';
import styles from './PageTop.module.css';

export interface PageTopProps {
  readonly place: VersionPlace;
  /** Tags between the overview and this page; none on the overview itself. */
  readonly trail?: readonly { readonly title: string; readonly tag: string }[];
  readonly title: string;
}

/** Where the page stands, and its name. */
export function PageTop({ place, trail, title }: PageTopProps) {
  const { apis } = useReferenceSite();
  const api = apis.find(({ id }) => id === place.api)?.title ?? place.api;
  return (
    <header className={styles.top}>
      {trail ? (
        <nav aria-label="Breadcrumbs">
          <ol className={styles.trail}>
            <li>
              <Link to={versionHref(place)}>
                {api} {place.version}
              </Link>
            </li>
            {trail.map((step) => (
              <li key={step.tag}>
                <Link to={tagHref(place, step.tag)}>{step.title}</Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <h1>{title}</h1>
    </header>
  );
}
