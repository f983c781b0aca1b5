import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import { initialsOf, type SignedIn } from '../../../portal-client/session';
import { useDismissableDetails } from '../../../ui';
import { personLinks } from './person-links';
import styles from './PersonMenu.module.css';
import { useSignOut } from './use-sign-out';

export interface PersonMenuProps {
  readonly session: SignedIn;
  readonly serviceUrl: string;
}

/** Who is signed in, where their things are, and the way out. */
export default function PersonMenu({ session, serviceUrl }: PersonMenuProps) {
  const ref = useDismissableDetails();
  const { pathname } = useLocation();
  const { isBusy, said, signOut } = useSignOut(serviceUrl);
  const { person, organization } = session;
  return (
    <details ref={ref} className={styles.menu}>
      <summary className={styles.summary} title={person.name}>
        <span aria-hidden="true">{initialsOf(person.name) || '·'}</span>
        <span className="pt-unseen">Account of {person.name}</span>
      </summary>
      <div className={styles.panel}>
        <p className={styles.who}>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.address}>{person.email}</span>
        </p>
        <ul className={styles.links}>
          {personLinks(organization, person.is_staff).map(({ to, label, note }) => (
            <li key={to}>
              <Link to={to} className={styles.link} aria-current={pathname === to ? 'page' : undefined}>
                {label}
                {note ? <span className={styles.note}>{note}</span> : null}
              </Link>
            </li>
          ))}
        </ul>
        <button type="button" className={styles.out} aria-disabled={isBusy || undefined} onClick={signOut}>
          Sign out
        </button>
        <p role="status" className={styles.said}>
          {said}
        </p>
      </div>
    </details>
  );
}
