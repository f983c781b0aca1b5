import { Skeleton } from '../../../ui';
import styles from './Launchpad.module.css';

const places = ['Live', 'Journeys', 'Keys', 'Webhooks', 'Last calls'];

/** Keeps the places of the panes while what they show is on its way. */
export function LaunchpadPlaces() {
  return (
    <div role="status">
      <span className="pt-unseen">Loading how ready you are</span>
      <div className={styles.panes} aria-hidden="true">
        {places.map((title) => (
          <div key={title} className={styles.pane} data-wide={title === 'Last calls' || undefined}>
            <p className={styles.title}>{title}</p>
            <div className={styles.content}>
              <Skeleton lines={3} height="18px" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
