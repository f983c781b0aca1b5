import type { ReactNode } from 'react';
import styles from './Cohorts.module.css';

export interface FieldRowProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  readonly children: (field: {
    readonly id: string;
    readonly name: string;
    readonly className: string | undefined;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}

/** A field below its label, with what is wrong in it. */
export function FieldRow({ id, name, label, fault, children }: FieldRowProps) {
  const isWrong = fault !== undefined;
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      {children({
        ...{ id, name, className: styles.field },
        'aria-invalid': isWrong || undefined,
        'aria-describedby': isWrong ? `${id}-fault` : undefined,
      })}
      {isWrong ? (
        <span id={`${id}-fault`} role="alert" className={styles.problem}>
          It {fault}.
        </span>
      ) : null}
    </div>
  );
}
