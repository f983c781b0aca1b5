import Link from '@docusaurus/Link';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { VersionLink } from '../../../../contract/reference-page';
import { useDismissableDetails } from '../../../ui';
import type { VersionPlace } from '../data/use-nav';
import { useReferenceSite } from '../data/reference-site';
import styles from './VersionSwitcher.module.css';

/** The version one reads, and the way to the same page of the others. A `details`, so that it works without JavaScript. */
export function VersionSwitcher({
  place,
  others,
}: {
  readonly place: VersionPlace;
  readonly others: readonly VersionLink[];
}) {
  const { apis } = useReferenceSite();
  const menu = useDismissableDetails();
  const versions = apis.find(({ id }) => id === place.api)?.versions ?? [];
  if (others.length === 0) return <span className={styles.only}>{place.version}</span>;
  return (
    <details ref={menu} className={styles.switcher}>
      <summary aria-label={`Version ${place.version}; choose another`}>
        {place.version}
        <ChevronsUpDown size={12} aria-hidden="true" />
      </summary>
      <ul>
        {others.map(({ version, href, same, title }) => {
          const isDeprecated = versions.find(({ id }) => id === version)?.deprecated !== undefined;
          return (
            <li key={version}>
              <Link to={href}>
                <strong>{version}</strong>{' '}
                <span>{[isDeprecated && 'deprecated', title ?? (!same && 'overview')].filter(Boolean).join(', ')}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
