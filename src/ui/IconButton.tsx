import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import clsx from 'clsx';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What it does, for those who do not see the icon, and on hover: "Close", "Delete". */
  readonly label: string;
  /** One icon, hidden from assistive technology. */
  readonly children: ReactNode;
  /** 24, 32 or 40 px square. */
  readonly size?: 'small' | 'medium' | 'large';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon only. */
export function IconButton({ label, size = 'medium', className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(styles.button, styles[size], className)}
    >
      {children}
    </button>
  );
}
