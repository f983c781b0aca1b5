import { type ReactNode, useId } from 'react';
import styles from './State.module.css';

/** One kind of thing that can be done to the sandbox. */
export function Block({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className={styles.text}>{text}</p>
      {children}
    </section>
  );
}
