import Link from '@docusaurus/Link';
import type { EarlyAccess } from '../../portal-client';
import styles from './EarlyAccess.module.css';

/** What a group opens. Each link loads its page anew: the page that one is on may be of an edition that does not know of it. */
export function Opens({ things, nothing }: { readonly things: EarlyAccess['opens']; readonly nothing: string }) {
  if (things.length === 0) return <p className={styles.quiet}>{nothing}</p>;
  return (
    <ul className={styles.opens}>
      {things.map(({ kind, title, href }) => (
        <li key={href}>
          <Link to={`pathname://${href}`} target="_self">
            {title}
          </Link>
          <span className={styles.kind}>{kind === 'guide' ? 'Guide' : 'API'}</span>
        </li>
      ))}
    </ul>
  );
}
