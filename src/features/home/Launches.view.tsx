import type { HomeLaunches } from '@site/contract/home-page';
import styles from './News.module.css';

/** What partners have launched. */
export function Launches({ launches }: { readonly launches: HomeLaunches }) {
  return (
    <section>
      <h2>{launches.title}</h2>
      <ul className={styles.list}>
        {launches.partners.map(({ name, does, since }) => (
          <li key={name}>
            <h3>{name}</h3>
            <time dateTime={since}>{monthOf(since)}</time>
            <p>{does}.</p>
          </li>
        ))}
      </ul>
      {launches.note ? <p className={styles.note}>{launches.note}</p> : null}
    </section>
  );
}

/** `October 2026`; the same on the server and in every time zone. */
function monthOf(date: string): string {
  return new Date(date).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
