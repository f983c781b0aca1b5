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
  const [finding] = failed?.findings ?? [];
  return (
    <Pane title="Last calls" isWide>
      {calls.length === 0 ? <p>No call yet. The next step of your journey begins with one.</p> : null}
      <ul className={styles.calls}>
        {calls.map((exchange) => (
          <ExchangeLine key={exchange.id} exchange={exchange} />
        ))}
      </ul>
      {failed ? (
        <div className={styles.failed}>
          <p>The last one that failed:</p>
          <ul className={styles.calls}>
            <ExchangeLine exchange={failed} />
          </ul>
          <p>
            {finding ? `${finding.at} ${finding.message}. ` : null}
            {failed.problem ? <Link to={`/docs/errors/${failed.problem}`}>How to mend it</Link> : null}
          </p>
        </div>
      ) : null}
    </Pane>
  );
}
