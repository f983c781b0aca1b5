import Link from '@docusaurus/Link';
import type { HomeChange } from '@site/contract/home-page';
import styles from './News.module.css';

/** What changed lately, from the changelog. */
export function Changes({
  changes,
  changelog,
}: {
  readonly changes: readonly HomeChange[];
  readonly changelog: string | null;
}) {
  return (
    <section>
      <h2>What changed lately</h2>
      <ul className={styles.list}>
        {changes.map(({ title, to, points }) => (
          <li key={to}>
            <h3>
              <Link to={to}>{title}</Link>
            </h3>
            {points.map((point) => (
              <p key={point}>{point}</p>
            ))}
          </li>
        ))}
      </ul>
      {changelog ? (
        <p className={styles.note}>
          <Link to={changelog}>All changes</Link>
        </p>
      ) : null}
    </section>
  );
}
