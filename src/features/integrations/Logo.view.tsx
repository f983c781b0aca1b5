import clsx from 'clsx';
import { initialsOf } from './initials';
import styles from './Logo.module.css';

export interface LogoProps {
  readonly name: string;
  /** Null: the name's initials. */
  readonly src: string | null;
  readonly size?: 'card' | 'page';
}

/** An integration's logo beside its name, which says the same. It keeps its place while it loads. */
export function Logo({ name, src, size = 'card' }: LogoProps) {
  return (
    <span className={clsx(styles.logo, styles[size], src !== null && styles.picture)} aria-hidden="true">
      {src === null ? initialsOf(name) : <img src={src} alt="" loading="lazy" decoding="async" />}
    </span>
  );
}
