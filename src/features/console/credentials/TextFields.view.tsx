import { useRef, type ChangeEvent } from 'react';
import type { SecurityView } from '../../../../contract/reference-page';
import { fieldOf, type Credential } from './credential';
import { schemeWords } from './scheme-words';
import styles from './CredentialsPanel.module.css';

export interface TextFieldsProps {
  readonly scheme: SecurityView;
  readonly isHeld: boolean;
  readonly onChange: (credential: Credential | null) => void;
}

/**
 * Fields for what a person has: a key, a token, a user name with a password. They are not controlled, so that no secret becomes an
 * attribute of the page.
 */
export function TextFields({ scheme, isHeld, onChange }: TextFieldsProps) {
  const user = useRef('');
  const password = useRef('');
  const placeholder = isHeld ? 'Held. Type to replace it' : '';
  const kind = fieldOf(scheme);
  if (kind === 'none') {
    return <p className={styles.text}>A page cannot present a certificate. In the sandbox your key stands for it.</p>;
  }
  const tellBasic = (): void =>
    onChange(user.current === '' ? null : { kind: 'basic', user: user.current, password: password.current });
  if (kind === 'text') {
    const tell = (text: string): void => onChange(text === '' ? null : { kind: 'text', text });
    return (
      <div className={styles.field}>
        <Secret label={schemeWords(scheme)} placeholder={placeholder} onType={tell} />
        {scheme.in === 'cookie' && <p className={styles.text}>A page cannot set cookies: it goes as a bearer token.</p>}
      </div>
    );
  }
  return (
    <div className={styles.pair}>
      <label className={styles.field}>
        <span>User name</span>
        <input
          type="text"
          autoComplete="off"
          className={styles.control}
          placeholder={placeholder}
          onChange={({ target }) => {
            user.current = target.value;
            tellBasic();
          }}
        />
      </label>
      <Secret
        label="Password"
        placeholder={placeholder}
        onType={(text) => {
          password.current = text;
          tellBasic();
        }}
      />
    </div>
  );
}

/** A field for what nobody else should read. It is not controlled, either. */
export function Secret({
  label,
  placeholder,
  onType,
}: {
  label: string;
  placeholder: string;
  onType: (text: string) => void;
}) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="password"
        autoComplete="off"
        spellCheck={false}
        className={styles.control}
        placeholder={placeholder}
        onChange={({ target }: ChangeEvent<HTMLInputElement>) => onType(target.value.trim())}
      />
    </label>
  );
}
