import { useState } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import type { Settled } from '../console-state';
import type { ConsoleCredentials } from './console-credentials';
import type { Held } from './credential';
import { FlowNote } from './FlowNote.view';
import { renewalOf } from './renewal';
import { chosenAlternative, placeOf } from './request-credentials';
import { useTokenFlow } from './use-token-flow';
import styles from './Credentials.module.css';

export interface RenewNoteProps {
  readonly page: OperationPage;
  readonly credentials: ConsoleCredentials;
  readonly held: Held;
  readonly now: number;
  readonly settled: Settled | null;
  /** Opens the choice, where another is entered. */
  readonly onEnter: () => void;
}

/** Says that a key or token is over, and gets another with one press. The form stays as it is. */
export function RenewNote({ page, credentials, held, now, settled, onEnter }: RenewNoteProps) {
  const { store, obtainer, environments } = credentials;
  // An answer that was dealt with says nothing about the credential that took its place.
  const [dealtWith, setDealtWith] = useState<Settled | null>(null);
  const alternative = chosenAlternative(page, store, environments);
  const renewal = renewalOf(alternative, held, now, settled === dealtWith ? null : settled);
  const { flow, start } = useTokenFlow(obtainer, (token) => {
    if (renewal?.token) store.hold(placeOf(page, environments), renewal.token.scheme.name, token);
    setDealtWith(settled);
  });
  if (!renewal) return null;
  const { token, sentence } = renewal;
  return (
    <div className={styles.renew}>
      <p role="alert">{sentence} What you typed is still here.</p>
      {token ? (
        <Button
          size="small"
          busy={flow.kind === 'asking'}
          onClick={() =>
            start({
              api: page.api,
              way: token.credential.way,
              scopes: token.credential.scopes.filter((scope) => scope !== 'openid'),
              isOpenId: token.scheme.type === 'openIdConnect',
            })
          }
        >
          Get a new token
        </Button>
      ) : (
        <Button
          size="small"
          onClick={() => {
            setDealtWith(settled);
            onEnter();
          }}
        >
          Enter another
        </Button>
      )}
      <FlowNote flow={flow} />
    </div>
  );
}
