import type { Launchpad } from '../../../portal-client';
import { Moment } from '../journey/Moment.view';
import styles from './Launchpad.module.css';
import { Pane } from './Pane.view';

/** Whether webhooks arrive: the last that was taken, and the newest where it was not. */
export function WebhooksPane({ webhooks }: { readonly webhooks: Launchpad['webhooks'] }) {
  const { received, refused } = webhooks;
  return (
    <Pane title="Webhooks" to={{ href: '/sandbox#webhooks', label: 'All deliveries' }}>
      {received === null && refused === null ? <p>None was sent to an address of yours yet.</p> : null}
      {refused ? (
        <p className={styles.bad}>
          {refused.type} was not taken: {refused.error ?? `answered with ${refused.status}`} <Moment at={refused.at} />
        </p>
      ) : null}
      {received ? (
        <p>
          {received.type} was received <Moment at={received.at} />
        </p>
      ) : null}
    </Pane>
  );
}
