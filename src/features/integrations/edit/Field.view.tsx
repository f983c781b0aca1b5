import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import styles from './Edit.module.css';

interface Around {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it. */
  readonly fault: string | undefined;
  readonly value: string;
  readonly most?: number;
  readonly onValue: (value: string) => void;
}

type Own = keyof Around | 'onChange' | 'className' | 'id' | 'maxLength';

/** A line of the form, with its label, a word of help, how much there is room for, and what is wrong. */
export function LineField({
  label,
  hint,
  fault,
  value,
  most,
  onValue,
  ...rest
}: Around & Omit<InputHTMLAttributes<HTMLInputElement>, Own>) {
  const { ids, field } = useField(fault);
  return (
    <Surround {...{ ids, label, hint, fault, value, most }}>
      <input
        dir="auto"
        {...rest}
        {...field}
        value={value}
        maxLength={most}
        onChange={(event) => onValue(event.target.value)}
      />
    </Surround>
  );
}

/** The same with several lines. */
export function TextField({
  label,
  hint,
  fault,
  value,
  most,
  onValue,
  ...rest
}: Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>) {
  const { ids, field } = useField(fault);
  return (
    <Surround {...{ ids, label, hint, fault, value, most }}>
      <textarea
        dir="auto"
        {...rest}
        {...field}
        value={value}
        maxLength={most}
        onChange={(event) => onValue(event.target.value)}
      />
    </Surround>
  );
}

function useField(fault: string | undefined) {
  const id = useId();
  const ids = { id, help: `${id}-help` };
  return {
    ids,
    field: {
      id,
      className: styles.control,
      'aria-describedby': ids.help,
      'aria-invalid': fault === undefined ? undefined : true,
    },
  };
}

interface SurroundProps extends Omit<Around, 'onValue'> {
  readonly ids: { readonly id: string; readonly help: string };
  readonly children: ReactNode;
}

function Surround({ ids, label, hint, fault, value, most, children }: SurroundProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={ids.id}>{label}</label>
      {children}
      <p id={ids.help} className={styles.help}>
        <span className={fault === undefined ? undefined : styles.fault}>
          {fault === undefined ? hint : `It ${fault}.`}
        </span>
        {most === undefined ? null : (
          <span className={styles.room}>
            {value.length} / {most}
          </span>
        )}
      </p>
    </div>
  );
}
