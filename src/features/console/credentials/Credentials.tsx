import { lazy, Suspense, useId, useState } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import type { GuestKeyState } from '../../../portal-client';
import { Button } from '../../../ui';
import { keyPlaces } from '../request';
import { CredentialsLine } from '../views/CredentialsLine.view';
import type { ConsoleCredentials } from './console-credentials';
import { missingSchemes } from './credential';
import { chosenAlternative } from './request-credentials';
import { alternativeWords, heldWords } from './scheme-words';
import { useCredentials } from './use-credentials';
import styles from './Credentials.module.css';

const Panel = lazy(async () => ({ default: (await import('./CredentialsPanel')).CredentialsPanel }));

export interface CredentialsProps {
  readonly page: OperationPage;
  readonly credentials: ConsoleCredentials | undefined;
  readonly keyState: GuestKeyState;
  readonly now: number;
  readonly onRetry: () => void;
}

/** What the request goes with, in a line; and, when it is to be changed, the choice. The choice's code comes with the press. */
export function Credentials({ page, credentials, keyState, now, onRetry }: CredentialsProps) {
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  const { held } = useCredentials(page, credentials);
  const isNeeded = keyPlaces(page).length > 0;
  const alternative = credentials && chosenAlternative(page, credentials.store);
  const isMissing = alternative !== undefined && missingSchemes(alternative, held, now).length > 0;
  const own =
    alternative && (isMissing ? `${alternativeWords(alternative)}: not there yet` : heldWords(alternative, held, now));
  return (
    <>
      <CredentialsLine isNeeded={isNeeded} keyState={keyState} now={now} own={own ?? null} onRetry={onRetry}>
        {isNeeded && credentials && (
          <Button
            size="small"
            variant="quiet"
            className={styles.change}
            aria-expanded={isOpen}
            aria-controls={panelId}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Done' : 'Change'}
          </Button>
        )}
      </CredentialsLine>
      <div id={panelId} hidden={!isOpen}>
        {isOpen && credentials && (
          <Suspense fallback={null}>
            <Panel page={page} credentials={credentials} now={now} />
          </Suspense>
        )}
      </div>
    </>
  );
}
