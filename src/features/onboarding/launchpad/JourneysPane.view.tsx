import type { Launchpad } from '../../../portal-client';
import styles from './Launchpad.module.css';
import { Pane } from './Pane.view';

/** How far each journey has come, and its next step. */
export function JourneysPane({ journeys }: { readonly journeys: Launchpad['journeys'] }) {
  return (
    <Pane title={journeys.length === 1 ? 'Journey' : 'Journeys'}>
      {journeys.length === 0 ? <p>This portal has no journeys.</p> : null}
      <ul className={styles.list}>
        {journeys.map(({ journey, title, done, of, complete, next }) => (
          <li key={journey}>
            <span className={styles.row}>
              <span>{title}</span>
              <span className={complete ? styles.good : styles.quiet}>
                {complete ? 'complete' : `${done} of ${of}`}
              </span>
            </span>
            <progress className={styles.bar} value={done} max={Math.max(of, 1)} aria-label={`${title}: steps done`} />
            {next ? <span className={styles.quiet}>Next: {next.title}</span> : null}
          </li>
        ))}
      </ul>
    </Pane>
  );
}
