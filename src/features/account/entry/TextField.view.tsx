import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'> {
  readonly label: string;
  readonly name: string;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  /** What helps to fill it in; read out with the field. */
  readonly hint?: ReactNode;
  /** Stands at the label's end. */
  readonly aside?: ReactNode;
  /** Stands in the field, at its end. */
  readonly inside?: ReactNode;
}

/** A field with its label above and what is wrong below. It keeps its own value, so that what a password manager fills in counts. */
export function TextField({ label, fault, hint, aside, inside, ...rest }: TextFieldProps) {
  const id = useId();
  const said = [fault === undefined ? '' : `${id}-fault`, hint ? `${id}-hint` : ''].join(' ').trim();
  return (
    <div className={styles.field}>
      <div className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      <div className={styles.line}>
        <input
          {...rest}
          id={id}
          className={styles.input}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={said || undefined}
        />
        {inside}
      </div>
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className={styles.fault}>
          {fault}
        </p>
      )}
      {hint ? (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}
