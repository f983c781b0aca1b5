import { useId, useState } from 'react';
import type { OperationPage, SecurityView } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import type { ConsoleCredentials } from './console-credentials';
import { alternativeId, fieldOf } from './credential';
import { ServerVariables } from '../environments/ServerVariables.view';
import { portalKey } from './live-key';
import { placeOf } from './request-credentials';
import { alternativeWords, schemeWords } from './scheme-words';
import { Secret, TextFields } from './TextFields.view';
import { TokenField } from './TokenField';
import { useCredentials, useEnvironment, useVariables } from './use-credentials';
import styles from './CredentialsPanel.module.css';

export interface CredentialsPanelProps {
  readonly page: OperationPage;
  readonly credentials: ConsoleCredentials;
  readonly now: number;
}

/** The choice of what a request goes with: the sandbox's key, or one of the alternatives of the operation's `security`. */
export function CredentialsPanel({ page, credentials, now }: CredentialsPanelProps) {
  const group = useId();
  const [isForbidden, setForbidden] = useState(false);
  const { store, environments } = credentials;
  const environment = useEnvironment(page, credentials);
  const variables = useVariables(page, credentials);
  const server = environment === 'live' ? environments.liveOf(page) : null;
  const place = placeOf(page, environments);
  const { chosen, held, isRemembered } = useCredentials(page, credentials);
  const alternatives = page.security.filter((one) => one.length > 0);
  const isPortalKey = !alternatives.some((one) => alternativeId(one) === chosen);
  const field = (scheme: SecurityView) =>
    fieldOf(scheme) === 'token' ? (
      <TokenField key={scheme.name} {...{ page, scheme, credentials, now }} />
    ) : (
      <TextFields
        key={scheme.name}
        scheme={scheme}
        isHeld={held[scheme.name] !== undefined}
        onChange={(credential) => store.hold(place, scheme.name, credential)}
      />
    );
  return (
    <fieldset className={styles.panel}>
      <legend className={styles.legend}>Send with</legend>
      {server && (
        <ServerVariables
          server={server}
          values={variables}
          onChange={(name, value) => environments.setVariable(page, name, value)}
        />
      )}
      <Choice
        group={group}
        title={environment === 'live' ? 'Your live key' : 'Your sandbox key'}
        text={environment === 'live' ? liveKeyText : 'Nothing to do. It may do everything in your sandbox.'}
        isChosen={isPortalKey}
        onChoose={() => store.choose(place, null)}
      />
      {environment === 'live' && isPortalKey && (
        <div className={styles.schemes}>
          <Secret
            label="Live key"
            placeholder={held[portalKey] ? 'Held. Type to replace it' : 'ptl_live_…'}
            onType={(text) => store.hold(place, portalKey, text === '' ? null : { kind: 'text', text })}
          />
        </div>
      )}
      {alternatives.map((alternative) => {
        const id = alternativeId(alternative);
        return (
          <div key={id}>
            <Choice
              group={group}
              title={alternativeWords(alternative)}
              text={alternative.length > 1 ? `All of it together: ${alternative.map(schemeWords).join(', ')}.` : ''}
              isChosen={chosen === id}
              onChoose={() => store.choose(place, id)}
            />
            {chosen === id && <div className={styles.schemes}>{alternative.map(field)}</div>}
          </div>
        );
      })}
      <div className={styles.foot}>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={isRemembered}
            onChange={({ target }) => setForbidden(!store.remember(place, target.checked) && target.checked)}
          />
          <span>Remember on this device</span>
        </label>
        <Button size="small" variant="quiet" onClick={() => store.forget(place)}>
          Forget all
        </Button>
      </div>
      {isForbidden && (
        <p role="alert">This browser does not let the page keep anything, so it is kept until you leave.</p>
      )}
    </fieldset>
  );
}

const liveKeyText = 'It starts with ptl_live_. Whoever runs this portal gives it to your organization.';

interface ChoiceProps {
  readonly group: string;
  readonly title: string;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ group, title, text, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
      <span>
        {title}
        {text !== '' && <span className={styles.text}>{text}</span>}
      </span>
    </label>
  );
}
