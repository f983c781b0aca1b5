import type { WebhookOverview } from '../../portal-client';
import { Button } from '../../ui';
import { DeliveryDetail } from './DeliveryDetail';
import { DeliveryRow } from './DeliveryRow.view';
import { useTime } from './use-time';
import type { WebhooksControls } from './use-webhooks';
import type { Shown } from './webhooks-state';
import styles from './Webhooks.module.css';

export interface DeliveryListProps {
  readonly state: Shown;
  readonly api: WebhookOverview['apis'][number];
  readonly controls: WebhooksControls;
}

/** The deliveries of one API version, newest first; one of them can be opened. */
export function DeliveryList({ state, api, controls }: DeliveryListProps) {
  const now = useTime();
  const { open, doing, refused } = state;
  const deliveries = state.deliveries.filter((one) => one.api === api.api && one.version === api.version);
  const hasFailed = deliveries.some((one) => one.state === 'failed');
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <h3 className={styles.title}>Deliveries</h3>
        {hasFailed && (
          <Button size="small" busy={doing === 'replay-failed'} onClick={controls.replayFailed}>
            Send what failed today again
          </Button>
        )}
      </div>
      {deliveries.length === 0 ? (
        <p className={styles.quiet}>
          Nothing was sent yet. Change something in your sandbox that the contract has a webhook for, or send a test
          event: it shows up here.
        </p>
      ) : (
        <ul className={styles.deliveries}>
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              isOpen={open?.id === delivery.id}
              now={now}
              onToggle={() => controls.toggle(delivery.id)}
            >
              {open?.id === delivery.id && (
                <DeliveryDetail
                  detail={open.detail}
                  isReplaying={doing === 'replay'}
                  problem={refused?.doing === 'replay' ? refused.problem : null}
                  onReplay={() => controls.replay(delivery.id)}
                />
              )}
            </DeliveryRow>
          ))}
        </ul>
      )}
      {state.hasMore && (
        <Button size="small" variant="quiet" onClick={controls.showOlder}>
          Show older ones
        </Button>
      )}
    </div>
  );
}
