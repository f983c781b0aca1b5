import { type ReactNode, useId } from 'react';
import Link from '@docusaurus/Link';
import styles from './Launchpad.module.css';

export interface PaneProps {
  readonly title: string;
  /** Where all of it is. */
  readonly to?: { readonly href: string; readonly label: string };
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** One thing of the launchpad: its name, what there is to say, and where all of it is. */
export function Pane({ title, to, isWide = false, children }: PaneProps) {
  const id = useId();
  return (
    <section className={styles.pane} data-wide={isWide || undefined} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <div className={styles.content}>{children}</div>
      {to ? (
        <p className={styles.more}>
          <Link to={to.href}>{to.label}</Link>
        </p>
      ) : null}
    </section>
  );
}
