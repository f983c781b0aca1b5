import { Button } from '../../../ui';
import { CallsPane } from './CallsPane.view';
import { JourneysPane } from './JourneysPane.view';
import { KeysPane } from './KeysPane.view';
import styles from './Launchpad.module.css';
import { LaunchpadPlaces } from './LaunchpadPlaces.view';
import { LivePane } from './LivePane.view';
import { useLaunchpad } from './use-launchpad';
import { WebhooksPane } from './WebhooksPane.view';

export interface LaunchpadBoardProps {
  readonly serviceUrl: string;
  readonly changed: number;
}

/** The panes of one organization, or what stands in for them while they are not there. */
export function LaunchpadBoard({ serviceUrl, changed }: LaunchpadBoardProps) {
  const { state, retry } = useLaunchpad(serviceUrl, changed);
  if (state.kind === 'loading') return <LaunchpadPlaces />;
  if (state.kind === 'failed') {
    return (
      <div role="alert" className={styles.empty}>
        <p>How ready you are could not be read: {state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button onClick={retry}>Try again</Button>
      </div>
    );
  }
  const { launchpad } = state;
  return (
    <div className={styles.panes}>
      <LivePane launchpad={launchpad} />
      <JourneysPane journeys={launchpad.journeys} />
      <KeysPane keys={launchpad.keys} />
      <WebhooksPane webhooks={launchpad.webhooks} />
      <CallsPane calls={launchpad.calls} failed={launchpad.last_failed_call} />
    </div>
  );
}
