import Link from '@docusaurus/Link';
import { Button, Skeleton } from '../../ui';
import { OwnAddress } from './OwnAddress';
import { TestEvent } from './TestEvent';
import { useWebhooks } from './use-webhooks';
import type { WebhooksBoardProps } from './WebhooksBoard';
import styles from './Webhooks.module.css';

/** Where the sandbox's events go, and a test event: what it takes to receive a first one. */
export function AddressBoard({ version, ports }: WebhooksBoardProps) {
  const controls = useWebhooks(ports);
  const { state } = controls;
  if (state.kind === 'loading') return <Skeleton lines={3} height="24px" />;
  if (state.kind === 'failed') {
    return (
      <p role="alert" className={styles.quiet}>
        Your address could not be loaded: {state.problem.detail ?? `${state.problem.title}.`}{' '}
        <Button size="small" onClick={controls.retry}>
          Try again
        </Button>
      </p>
    );
  }
  const api = state.overview.apis.find((one) => one.api === version.api && one.version === version.version);
  const { doing, refused, overview } = state;
  return (
    <div className={styles.board}>
      <OwnAddress
        address={overview.address}
        isBusy={doing === 'address'}
        problem={refused?.doing === 'address' ? refused.problem : null}
        onSet={controls.setAddress}
        onRemove={controls.removeAddress}
      />
      {api ? (
        <TestEvent
          types={api.types}
          isBusy={doing === 'test'}
          problem={refused?.doing === 'test' ? refused.problem : null}
          onSend={(type) => controls.sendTest({ api: version.api, version: version.version, type })}
        />
      ) : null}
      <p className={styles.quiet}>
        <Link to="/sandbox#webhooks">All deliveries, with what each attempt sent and got</Link>
      </p>
      <p role="status" className="pt-unseen">
        {state.said}
      </p>
    </div>
  );
}
