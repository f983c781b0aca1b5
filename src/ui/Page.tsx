import type { ReactNode } from 'react';
import clsx from 'clsx';
import styles from './Page.module.css';

export interface PageProps {
  /** For tables and boards: as wide as the header. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A page on which one does something: its `PageHead`, then its sections. */
export function Page({ isWide = false, children }: PageProps) {
  return <main className={clsx(styles.page, isWide && styles.wide)}>{children}</main>;
}

export interface PageHeadProps {
  readonly title: string;
  /** A sentence or two. */
  readonly lead?: ReactNode;
  /** Stands at the other end of the line: what is chosen or done for the whole page. */
  readonly children?: ReactNode;
}

/** What the page is about. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {children}
    </header>
  );
}
