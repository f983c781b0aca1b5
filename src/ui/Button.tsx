import type { ButtonHTMLAttributes, ReactNode } from 'react';
import Link from '@docusaurus/Link';
import clsx from 'clsx';
import styles from './Button.module.css';

interface Look {
  /** `primary` is the one thing to do next: at most one in view. */
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Shows that the action is under way; the button stays in place and cannot be pressed again. */
  readonly busy?: boolean;
}

/** A button of the site. Its label is a verb. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  busy = false,
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // Stays focusable while busy: focus must not fall back to the page.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      disabled={disabled}
      onClick={busy ? undefined : rest.onClick}
      className={clsx(styles.button, styles[variant], styles[size], busy && styles.busy, className)}
    >
      {icon}
      {children}
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : null}
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant = 'secondary', size = 'medium', icon, to, children, className }: ButtonLinkProps) {
  return (
    <Link to={to} className={clsx(styles.button, styles[variant], styles[size], className)}>
      {icon}
      {children}
    </Link>
  );
}
