import { type ReactNode, useEffect, useRef } from 'react';
import styles from './EntryPage.module.css';

export interface EntryPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** What stands beside it: why one would, and the other way. */
  readonly aside?: ReactNode;
  /** Whether this took the place of something that was acted on: the focus is here then. */
  readonly takesFocus?: boolean;
}

/** One step of the way in: a heading, what to do, and beside it what for. */
export function EntryPage({ title, lead, children, aside, takesFocus = false }: EntryPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus, title]);
  return (
    <main className={styles.page}>
      <div className={styles.main}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
        {children}
      </div>
      {aside ? <aside className={styles.aside}>{aside}</aside> : null}
    </main>
  );
}
