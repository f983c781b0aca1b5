import { type SelectHTMLAttributes, useId } from 'react';
import styles from './PageChoice.module.css';

export interface PageChoiceProps extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'onChange' | 'className' | 'id'
> {
  readonly label: string;
  readonly onChoose: (value: string) => void;
}

/** What the whole page is about, chosen in its head: an organization, a version. Its children are the options. */
export function PageChoice({ label, onChoose, children, ...rest }: PageChoiceProps) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select {...rest} id={id} className={styles.select} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </select>
    </div>
  );
}
