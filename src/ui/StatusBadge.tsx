import { statusName, statusTone } from './http-status';
import styles from './StatusBadge.module.css';

export interface StatusBadgeProps {
  /** `201`, `2XX` or `default`. */
  readonly status: string | number;
  /** With the status's name: `201 Created`. */
  readonly named?: boolean;
}

/** A response status with a mark in the colour of its class; the number says the same. */
export function StatusBadge({ status, named = false }: StatusBadgeProps) {
  const name = named ? statusName(status) : undefined;
  return (
    <span className={styles.badge} data-tone={statusTone(status)}>
      <span className={styles.mark} aria-hidden="true" />
      {status}
      {name ? ` ${name}` : null}
    </span>
  );
}
