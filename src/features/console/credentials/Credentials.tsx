import { lazy, Suspense, useId, useState } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import type { GuestKeyState } from '../../../portal-client';
import { Button } from '../../../ui';
import type { Settled } from '../console-state';
import { EnvironmentChoice } from '../environments/EnvironmentChoice.view';
import { LiveConfirmation } from '../environments/LiveConfirmation';
import { keyPlaces } from '../request';
import { CredentialsLine } from '../views/CredentialsLine.view';
import type { ConsoleCredentials } from './console-credentials';
import { missingSchemes } from './credential';
import { portalKey } from './live-key';
import { RenewNote } from './RenewNote';
import { chosenAlternative } from './request-credentials';
import { alternativeWords, heldWords } from './scheme-words';
import { useCredentials, useEnvironment, useVariables } from './use-credentials';
import styles from './Credentials.module.css';

const Panel = lazy(async () => ({ default: (await import('./CredentialsPanel')).CredentialsPanel }));

export interface CredentialsProps {
  readonly page: OperationPage;
  readonly credentials: ConsoleCredentials | undefined;
  readonly keyState: GuestKeyState;
  readonly now: number;
  /** What came of the last request: it may say that a credential is over. */
  readonly settled: Settled | null;
  readonly onRetry: () => void;
}

/**
 * Where the request goes and with what, in a line; and, when that is to be changed, the choice. The choice's code comes with the
 * press.
 */
export function Credentials({ page, credentials, keyState, now, settled, onRetry }: CredentialsProps) {
  const panelId = useId();
  const environment = useEnvironment(page, credentials);
  const isLive = environment === 'live';
  const variables = useVariables(page, credentials);
  const [isOpen, setOpen] = useState(false);
  const { held } = useCredentials(page, credentials);
  const isNeeded = isLive || keyPlaces(page).length > 0;
  const hasBoth = credentials !== undefined && credentials.environments.liveOf(page) !== null;
  const choose = (next: 'sandbox' | 'live'): void => {
    credentials?.environments.choose(page, next);
    // Somebody who has nothing for live yet is asked for it.
    if (next === 'live' && credentials && !hasAny(page, credentials)) setOpen(true);
  };
  return (
    <div className={styles.credentials} data-environment={environment}>
      <CredentialsLine
        isNeeded={isNeeded}
        keyState={keyState}
        now={now}
        environment={hasBoth ? <EnvironmentChoice environment={environment} onChoose={choose} /> : null}
        own={ownWords(page, credentials, isLive, now)}
        onRetry={onRetry}
      >
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
      {isLive && (
        <p className={styles.live}>Live: what you send is real. A write asks you first.{serverWords(variables)}</p>
      )}
      {credentials && (
        <RenewNote
          {...{ page, credentials, held, now, settled }}
          onEnter={() => setOpen(true)}
          key={`${environment} ${page.id}`}
        />
      )}
      <div id={panelId} hidden={!isOpen}>
        {isOpen && credentials && (
          <Suspense fallback={null}>
            <Panel key={environment} page={page} credentials={credentials} now={now} />
          </Suspense>
        )}
      </div>
      {hasBoth && <LiveConfirmation api={page.api} confirmations={credentials.confirmations} />}
    </div>
  );
}

function serverWords(variables: Readonly<Record<string, string>>): string {
  const words = Object.entries(variables).map(([name, value]) => `${name} ${value}`);
  return words.length === 0 ? '' : ` Server: ${words.join(', ')}.`;
}

function hasAny(page: OperationPage, { store }: ConsoleCredentials): boolean {
  return Object.keys(store.read(`${page.api}/live`).held).length > 0;
}

/** What is sent instead of the guest key, in words; null: the guest key. */
function ownWords(
  page: OperationPage,
  credentials: ConsoleCredentials | undefined,
  isLive: boolean,
  now: number,
): string | null {
  if (!credentials) return null;
  const { store, environments } = credentials;
  const { held } = store.read(`${page.api}/${isLive ? 'live' : 'sandbox'}`);
  const alternative = chosenAlternative(page, store, environments);
  if (!alternative) return isLive ? (held[portalKey] ? 'Your live key' : 'No live key yet') : null;
  const isMissing = missingSchemes(alternative, held, now).length > 0;
  return isMissing ? `${alternativeWords(alternative)}: not there yet` : heldWords(alternative, held, now);
}
