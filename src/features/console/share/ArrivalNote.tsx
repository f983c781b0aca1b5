import X from 'lucide-react/icons/x';
import type { OperationPage } from '../../../../contract/reference-page';
import { Button, IconButton } from '../../../ui';
import type { ConsoleCredentials } from '../credentials';
import type { Environment } from '../environments/environment-store';
import { useChosenEnvironment } from './chosen-environment';
import type { Arriving } from './use-arrival';
import styles from './ArrivalNote.module.css';

export interface ArrivalNoteProps extends Pick<Arriving, 'arrival' | 'dismiss'> {
  readonly page: OperationPage;
  readonly credentials: ConsoleCredentials | undefined;
}

const sources = { link: 'a link', history: 'your history', import: 'what you imported' };

/** Says where the form's values come from, and that nothing has been sent. The environment changes by hand only: whoever made a link must not choose live. */
export function ArrivalNote({ page, credentials, arrival, dismiss }: ArrivalNoteProps) {
  const environment = useChosenEnvironment(page, credentials);
  const other =
    arrival?.kind === 'values' && environment !== undefined && arrival.environment !== environment
      ? arrival.environment
      : undefined;
  return (
    <div role="status" className={styles.place}>
      {arrival && (
        <div className={styles.note} data-kind={arrival.kind}>
          {arrival.kind === 'refused' ? (
            <p>
              <strong>This link cannot be used.</strong> {arrival.sentence}
            </p>
          ) : (
            <p>
              <strong>Filled in from {sources[arrival.source]}, and not sent: look it over first.</strong>{' '}
              {arrival.notes.join(' ')}
              {other && ` It was for ${environmentName(other)}.`}
            </p>
          )}
          {other && (
            <Button size="small" onClick={() => credentials?.environments.choose(page, other)}>
              Switch to {environmentName(other)}
            </Button>
          )}
          <IconButton label="Dismiss" size="small" onClick={dismiss}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  );
}

function environmentName(environment: Environment): string {
  return environment === 'live' ? 'live' : 'the sandbox';
}
