import Link from '@docusaurus/Link';
import ArrowRight from 'lucide-react/icons/arrow-right';
import type { HomeWay } from '@site/contract/home-page';
import styles from './Ways.module.css';

/** The ways in, side by side. */
export function Ways({ ways }: { readonly ways: readonly HomeWay[] }) {
  return (
    <div className={styles.ways}>
      {ways.map(({ title, text, links }) => (
        <section key={title} className={styles.way}>
          <h2>{title}</h2>
          <p>{text}</p>
          <ul>
            {links.map(({ label, to }) => (
              <li key={to}>
                <Link to={to}>
                  <span>{label}</span>
                  <ArrowRight size={16} aria-hidden="true" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
