import { useState } from 'react';
import type { OperationPage, SecurityView } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import { formatRemaining } from '../answer/format-figures';
import type { ConsoleCredentials } from './console-credentials';
import type { TokenWay } from './credential';
import { FlowNote } from './FlowNote.view';
import { placeOf } from './request-credentials';
import { ScopeChoice } from './ScopeChoice.view';
import { Secret } from './TextFields.view';
import { useCredentials, useEnvironment } from './use-credentials';
import { useTokenFlow } from './use-token-flow';
import styles from './CredentialsPanel.module.css';

/** `paste`: somebody has one already. In live there is no other way: the portal's own authorization server is the sandbox's. */
type Way = TokenWay | 'paste';

const ways: readonly (readonly [way: Way, words: string])[] = [
  ['program', 'As a program: client credentials'],
  ['person', 'As a person: code with PKCE'],
  ['device', 'On a device: device code'],
  ['paste', 'I have one: paste it'],
];

export interface TokenFieldProps {
  readonly page: OperationPage;
  readonly scheme: SecurityView;
  readonly credentials: ConsoleCredentials;
  readonly now: number;
}

/** An access token of the sandbox's authorization server: how, for which scopes, and for how long it is still good. */
export function TokenField({ page, scheme, credentials, now }: TokenFieldProps) {
  const isLive = useEnvironment(page, credentials) === 'live';
  const { store, obtainer, environments } = credentials;
  const place = placeOf(page, environments);
  const isPasted = store.read(place).held[scheme.name]?.kind === 'text';
  const [way, setWay] = useState<Way>(isLive || isPasted ? 'paste' : 'program');
  const [scopes, setScopes] = useState<readonly string[]>(scheme.scopes);
  const { held } = useCredentials(page, credentials);
  const { flow, start, stop } = useTokenFlow(obtainer, (token) => store.hold(place, scheme.name, token));
  const credential = held[scheme.name];
  const token = credential?.kind === 'token' ? credential : null;
  const forget = (): void => {
    if (token) void obtainer.revoke(page.api, token);
    store.hold(place, scheme.name, null);
  };
  const choice = (
    <label className={styles.field}>
      <span>How</span>
      <select className={styles.control} value={way} onChange={({ target }) => setWay(wayOf(target.value))}>
        {ways.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  if (way === 'paste') {
    return (
      <div className={styles.token}>
        {!isLive && choice}
        <Secret
          label="Access token"
          placeholder={credential ? 'Held. Type to replace it' : ''}
          onType={(text) => store.hold(place, scheme.name, text === '' ? null : { kind: 'text', text })}
        />
      </div>
    );
  }
  return (
    <div className={styles.token}>
      {choice}
      <ScopeChoice
        required={scheme.scopes}
        texts={scheme.scopeTexts ?? {}}
        chosen={scopes}
        onChange={setScopes}
        onMore={() => obtainer.scopesOf(page.api)}
      />
      <div className={styles.buttons}>
        <Button
          size="small"
          busy={flow.kind === 'asking'}
          onClick={() => start({ api: page.api, way, scopes, isOpenId: scheme.type === 'openIdConnect' })}
        >
          {token ? 'Get another token' : 'Get a token'}
        </Button>
        {flow.kind === 'asking' && (
          <Button size="small" variant="quiet" onClick={stop}>
            Stop
          </Button>
        )}
        {token && flow.kind !== 'asking' && (
          <Button size="small" variant="quiet" onClick={forget}>
            Forget it
          </Button>
        )}
      </div>
      <FlowNote flow={flow} />
      {token && flow.kind === 'idle' && (
        <p role="status" className={styles.text}>
          {token.endsAt > now
            ? `You have a token. It ends in ${formatRemaining(token.endsAt - now)}`
            : 'The token has ended'}
          {token.scopes.length > 0 && <>, for {token.scopes.join(', ')}</>}.
        </p>
      )}
    </div>
  );
}

function wayOf(value: string): Way {
  return ways.find(([way]) => way === value)?.[0] ?? 'program';
}
