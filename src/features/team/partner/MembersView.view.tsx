import Link from '@docusaurus/Link';
import type { Partner } from '../../../portal-client';
import styles from './Part.module.css';

export function MembersView({ members }: { readonly members: Partner['members'] }) {
  return (
    <section className={styles.part} aria-labelledby="members">
      <h2 id="members">Members</h2>
      {members.length === 0 ? <p className={styles.none}>Nobody belongs to it any more.</p> : null}
      <ul className={styles.list} hidden={members.length === 0}>
        {members.map(({ id, name, email, role }) => (
          <li key={id}>
            {name} · {role}
            <Link className={styles.small} to={`mailto:${email}`}>
              {email}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
