import Link from '@docusaurus/Link';
import { CopyPage } from '../../copy-page';
import { tagHref, versionHref } from '../data/page-address';
import type { BadgeView } from '../../../../contract/reference-page';
import { useReferenceSite } from '../data/reference-site';
import type { VersionPlace } from '../data/use-nav';
import styles from './PageTop.module.css';

export interface PageTopProps {
  readonly place: VersionPlace;
  /** Tags, or other pages, between the overview and this page; none on the overview itself. */
  readonly trail?: readonly ({ readonly title: string } & ({ readonly tag: string } | { readonly href: string }))[];
  readonly title: string;
  readonly badges?: readonly BadgeView[];
}

/** Where the page stands, and its name. */
export function PageTop({ place, trail, title, badges = [] }: PageTopProps) {
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
              <li key={step.title}>
                <Link to={'href' in step ? step.href : tagHref(place, step.tag)}>{step.title}</Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={styles.head}>
        <h1>{title}</h1>
        <CopyPage />
      </div>
      {badges.length > 0 ? (
        <ul className={styles.badges} aria-label="Labels">
          {badges.map(({ text, tone }) => (
            <li key={text} data-tone={tone}>
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </header>
  );
}
