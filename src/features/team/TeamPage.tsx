import type { ReactNode } from 'react';
import { TeamNav } from './TeamNav';
import styles from './TeamPage.module.css';

export interface TeamPageProps {
  readonly title: string;
  /** A sentence or two below the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the team: the way to the others, a title, and what it is about. */
export function TeamPage({ title, lead, children }: TeamPageProps) {
  return (
    <main className={styles.page}>
      <TeamNav />
      <header className={styles.head}>
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
      </header>
      {children}
    </main>
  );
}
