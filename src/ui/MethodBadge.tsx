import clsx from 'clsx';
import styles from './MethodBadge.module.css';

/** Long methods are cut so that a column of them stays narrow; the full name is said to screen readers. */
const SHORT: Readonly<Record<string, string>> = { DELETE: 'DEL', OPTIONS: 'OPT', WEBHOOK: 'HOOK' };

export interface MethodBadgeProps {
  /** An HTTP method in any case, or `webhook`. */
  readonly method: string;
  /** `compact` has one width for all methods, for lists. */
  readonly size?: 'compact' | 'full';
}

/** An HTTP method in its own muted colour, with its name: never colour alone. */
export function MethodBadge({ method, size = 'full' }: MethodBadgeProps) {
  const name = method.toUpperCase();
  const short = size === 'compact' ? SHORT[name] : undefined;
  return (
    <span className={clsx(styles.badge, styles[size])} data-method={name.toLowerCase()}>
      {short ? (
        <>
          <span aria-hidden="true">{short}</span>
          <span className="pt-unseen">{name}</span>
        </>
      ) : (
        name
      )}
    </span>
  );
}
