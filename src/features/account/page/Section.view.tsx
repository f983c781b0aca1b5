import { type ReactNode, useId } from 'react';
import styles from './Sections.module.css';

export interface SectionProps {
  readonly title: string;
  /** One or two sentences. */
  readonly text: string;
  readonly children: ReactNode;
}

/** One part of the account. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.words}>
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
      </div>
      <div className={styles.panel}>{children}</div>
    </section>
  );
}
