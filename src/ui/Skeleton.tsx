import styles from './Skeleton.module.css';

export interface SkeletonProps {
  /** CSS lengths of what will stand here, so that nothing moves when it does. */
  readonly width?: string;
  readonly height?: string;
  /** More than one: a paragraph whose last line is shorter. */
  readonly lines?: number;
}

/** Keeps the place of what is on its way. Say to screen readers what is loading in a live region beside it. */
export function Skeleton({ width = '100%', height = '16px', lines = 1 }: SkeletonProps) {
  return (
    <span className={styles.stack} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          className={styles.bar}
          style={{ width: lines > 1 && line === lines - 1 ? `calc(${width} * 0.6)` : width, height }}
        />
      ))}
    </span>
  );
}
