import Link from '@docusaurus/Link';
import clsx from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { referenceHref, type ApiSummary, type ReferencePlace } from './portal-site';
import { useDismissableDetails } from '../../ui';
import styles from './ReferenceMenu.module.css';

export interface ReferenceMenuProps {
  readonly apis: readonly ApiSummary[];
  /** Where the reader is. */
  readonly place: ReferencePlace | null;
}

/** Every API and version of the portal, behind one word in the header. */
export function ReferenceMenu({ apis, place }: ReferenceMenuProps) {
  const ref = useDismissableDetails();
  return (
    <details ref={ref} className={styles.menu}>
      <summary className={clsx(styles.summary, place && styles.here)}>
        Reference
        <ChevronDown size={14} aria-hidden="true" className={styles.chevron} />
      </summary>
      <div className={styles.panel}>
        <ReferenceList apis={apis} place={place} />
      </div>
    </details>
  );
}

export function ReferenceList({ apis, place }: ReferenceMenuProps) {
  return apis.map((api) => (
    <section key={api.id} className={styles.api}>
      <p className={styles.title}>{api.title}</p>
      <ul className={styles.versions}>
        {api.versions.map((version) => (
          <li key={version.id}>
            <Link
              to={referenceHref({ api: api.id, version: version.id })}
              className={styles.version}
              aria-current={place?.api === api.id && place.version === version.id ? 'true' : undefined}
            >
              <span>{version.id}</span>
              {version.deprecated ? <span className={styles.deprecated}>deprecated</span> : null}
              {version.current && api.versions.length > 1 ? <span className={styles.note}>current</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
