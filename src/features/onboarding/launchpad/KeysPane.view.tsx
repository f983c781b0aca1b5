import type { Launchpad } from '../../../portal-client';
import { Moment } from '../journey/Moment.view';
import styles from './Launchpad.module.css';
import { Pane } from './Pane.view';

/** How many keys open something, where, and when one was used last. */
export function KeysPane({ keys }: { readonly keys: Launchpad['keys'] }) {
  return (
    <Pane title="Keys" to={{ href: '/keys', label: 'All keys' }}>
      <ul className={styles.list}>
        {keys.map(({ environment, open, last_used_at }) => (
          <li key={environment}>
            <span className={styles.row}>
              <span>{environment === 'live' ? 'Live' : 'Sandbox'}</span>
              <span>{open === 1 ? '1 key' : `${open} keys`}</span>
            </span>
            <span className={styles.quiet}>
              {last_used_at ? (
                <>
                  used <Moment at={last_used_at} />
                </>
              ) : open === 0 ? (
                'none yet'
              ) : (
                'not used yet'
              )}
            </span>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
