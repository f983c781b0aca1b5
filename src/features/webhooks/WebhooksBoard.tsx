import { Button, Callout, Skeleton } from '../../ui';
import { Addresses } from './Addresses.view';
import { DeliveryList } from './DeliveryList';
import { TestEvent } from './TestEvent';
import { useWebhooks, type WebhooksPorts } from './use-webhooks';
import styles from './Webhooks.module.css';

export interface WebhooksBoardProps {
  readonly version: { readonly api: string; readonly version: string };
  readonly ports: WebhooksPorts;
}

/** The whole panel, or what stands in for it while it is not there. */
export function WebhooksBoard({ version, ports }: WebhooksBoardProps) {
  const controls = useWebhooks(ports);
  const { state } = controls;
  if (state.kind === 'loading') {
    return (
      <div role="status">
        <span className="pt-unseen">Loading your webhooks.</span>
        <Skeleton lines={6} height="24px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    const { title, detail } = state.problem;
    return (
      <Callout kind="warning" title="Your webhooks could not be loaded">
        <p>{detail ?? `${title}.`}</p>
        <Button size="small" onClick={controls.retry}>
          Try again
        </Button>
      </Callout>
    );
  }
  const api = state.overview.apis.find((one) => one.api === version.api && one.version === version.version);
  if (api === undefined) return <p className={styles.quiet}>The contract of this version has no webhooks.</p>;
  const { doing, refused } = state;
  return (
    <div className={styles.board}>
      <Addresses
        api={api}
        inbox={state.overview.inbox}
        address={state.overview.address}
        isBusy={doing === 'address'}
        problem={refused?.doing === 'address' ? refused.problem : null}
        onSet={controls.setAddress}
        onRemove={controls.removeAddress}
      />
      <TestEvent
        types={api.types}
        isBusy={doing === 'test'}
        problem={refused?.doing === 'test' ? refused.problem : null}
        onSend={(type) => controls.sendTest({ api: version.api, version: version.version, type })}
      />
      <DeliveryList state={state} api={api} controls={controls} />
      <p role="status" className="pt-unseen">
        {state.said}
      </p>
    </div>
  );
}
