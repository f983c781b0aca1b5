import { useState } from 'react';
import { Button } from '../../../ui';
import styles from './CredentialsPanel.module.css';

export interface ScopeChoiceProps {
  /** What the operation needs. */
  readonly required: readonly string[];
  /** What each scope is for, as text. */
  readonly texts: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
  /** All scopes of the API. */
  readonly onMore: () => Promise<readonly { readonly name: string; readonly text: string }[]>;
}

/** Which scopes a token is asked for: what the operation needs is ticked. */
export function ScopeChoice({ required, texts, chosen, onChange, onMore }: ScopeChoiceProps) {
  const [all, setAll] = useState<readonly { readonly name: string; readonly text: string }[]>([]);
  const needed = required.map((name) => ({ name, text: texts[name] ?? '' }));
  const more = all.filter(({ name }) => !required.includes(name));
  return (
    <fieldset className={styles.scopes}>
      <legend>Scopes</legend>
      {[...needed, ...more].map(({ name, text }) => (
        <label key={name} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          />
          <span>
            <code>{name}</code>
            {required.includes(name) && <span className={styles.needed}> needed here</span>}
            {text !== '' && <span className={styles.text}>{text}</span>}
          </span>
        </label>
      ))}
      {all.length === 0 && (
        <Button size="small" variant="quiet" className={styles.more} onClick={() => void onMore().then(setAll)}>
          Other scopes
        </Button>
      )}
    </fieldset>
  );
}
