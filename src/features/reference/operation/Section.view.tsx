import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui';
import { AnchorLink } from '../schema/AnchorLink.view';
import styles from './Section.module.css';

/** A part of the contract under its heading, whose link can be copied. */
export function Section({
  id,
  title,
  aside,
  children,
}: {
  readonly id: string;
  readonly title: string;
  /** Stands at the heading's right: `required`, a media type. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>
          <AnchorLink id={id}>{title}</AnchorLink>
        </h2>
        <CopyButton text={() => linkTo(id)} label={`Copy the link of “${title}”`} className={styles.copy} />
        {aside ? <span className={styles.aside}>{aside}</span> : null}
      </div>
      {children}
    </section>
  );
}

const linkTo = (id: string) => `${window.location.href.split('#')[0]}#${encodeURI(id)}`;
