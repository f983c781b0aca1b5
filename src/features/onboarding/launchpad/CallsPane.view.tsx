import Link from '@docusaurus/Link';
import type { Launchpad } from '../../../portal-client';
import { ExchangeLine } from '../journey/ExchangeLine.view';
import styles from './Launchpad.module.css';
import { Pane } from './Pane.view';

export interface CallsPaneProps {
  readonly calls: Launchpad['calls'];
  readonly failed: Launchpad['last_failed_call'];
}

/** The last calls, and the last one that failed with what was wrong. */
export function CallsPane({ calls, failed }: CallsPaneProps) {
  return (
    <Pane title="Last calls" isWide>
      <div className={styles.halves}>
        {calls.length === 0 ? <p>No call yet. The next step of your journey begins with one.</p> : null}
        <ul className={styles.calls}>
          {calls.map((exchange) => (
            <ExchangeLine key={exchange.id} exchange={exchange} />
          ))}
        </ul>
        {failed ? (
          <div className={styles.failed}>
            <p className={styles.quiet}>The last one that failed</p>
            <ul className={styles.calls}>
              <ExchangeLine exchange={failed} />
            </ul>
            <p>
              {failed.sentence}{' '}
              {failed.problem ? <Link to={`/docs/errors/${failed.problem}`}>How to mend it</Link> : null}
            </p>
          </div>
        ) : null}
      </div>
    </Pane>
  );
}
