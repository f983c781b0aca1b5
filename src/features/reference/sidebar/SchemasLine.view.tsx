import { schemaHref } from '../data/page-address';
import type { VersionPlace } from '../data/use-nav';
import { QuietLink } from '../layout/QuietLink';
import styles from './Sidebar.module.css';

/** The way to the list of components, below the tags. `page` is the one that is open. */
export function SchemasLine({
  place,
  count,
  page = '',
}: {
  readonly place: VersionPlace;
  readonly count: number | undefined;
  readonly page: string | undefined;
}) {
  if (count === undefined) return null;
  return (
    <ul className={styles.groups}>
      <li className={styles.schemas}>
        <div>
          <QuietLink to={schemaHref(place)} aria-current={/^schemas(?:\/|$)/.test(page) ? 'page' : undefined}>
            Schemas <small>{count}</small>
          </QuietLink>
        </div>
      </li>
    </ul>
  );
}
