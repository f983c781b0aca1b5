import { type KeyboardEvent, type ReactNode, useState } from 'react';
import styles from './Field.module.css';
import { passwordCharacters } from './field-faults';
import { passwordLength } from './password-length';
import { TextField } from './TextField.view';

export interface PasswordFieldProps {
  readonly label?: string;
  readonly name?: string;
  /** A new one says how long it is. */
  readonly isNew?: boolean;
  readonly fault?: string | undefined;
  readonly aside?: ReactNode;
  readonly required?: boolean;
}

/** A password: can be shown, tells of caps lock, and, where it is new, how long it is. */
export function PasswordField({
  label = 'Password',
  name = 'password',
  isNew = false,
  fault,
  aside,
  required = true,
}: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const [text, setText] = useState('');
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const { share, isEnough, words } = passwordLength(text);
  return (
    <TextField
      label={label}
      name={name}
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      required={required}
      minLength={isNew ? passwordCharacters.fewest : undefined}
      fault={fault}
      aside={aside}
      onKeyDown={watch}
      onKeyUp={watch}
      onBlur={() => setCapsLock(false)}
      onInput={isNew ? (event) => setText(event.currentTarget.value) : undefined}
      inside={
        <button type="button" className={styles.show} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
          <span className="pt-unseen"> what is typed</span>
        </button>
      }
      hint={
        isNew || hasCapsLock ? (
          <>
            {hasCapsLock ? <p className={`${styles.hint} ${styles.caps}`}>Caps lock is on.</p> : null}
            {isNew ? (
              <p className={`${styles.hint} ${styles.length}`}>
                <span className={styles.track} aria-hidden="true">
                  <span
                    className={styles.fill}
                    data-enough={isEnough || undefined}
                    style={{ width: `${share * 100}%` }}
                  />
                </span>
                {words}
              </p>
            ) : null}
          </>
        ) : null
      }
    />
  );
}
