import { type ReactNode, useId } from 'react';
import clsx from 'clsx';
import styles from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  /** One or two sentences. */
  readonly text?: ReactNode;
  /** The heading's anchor, where others link to it. */
  readonly id?: string;
  /** Without JavaScript only the heading and its words are shown: nothing in it works then. */
  readonly needsScript?: boolean;
  readonly children: ReactNode;
}

/** One part of a page: a heading and its words beside what they are about, on a narrow screen above it. */
export function Section({ title, text, id, needsScript = false, children }: SectionProps) {
  const ownId = useId();
  const heading = id ?? ownId;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.words}>
        <h2 id={heading}>{title}</h2>
        {text ? <p>{text}</p> : null}
      </div>
      <div className={clsx(styles.panel, needsScript && styles.scripted)}>{children}</div>
    </section>
  );
}
