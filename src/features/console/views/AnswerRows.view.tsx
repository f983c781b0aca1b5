import { useRef, type CSSProperties, type HTMLAttributes, type ReactNode, type RefObject } from 'react';
import clsx from 'clsx';
import { useScrollWindow, type Reveal } from '../answer/rows/use-scroll-window';
import styles from './AnswerRows.module.css';

export interface AnswerRowsProps extends HTMLAttributes<HTMLDivElement> {
  readonly count: number;
  /** How many row heights all rows up to each take; null where each takes one. */
  readonly ends: Uint32Array | null;
  /** The row to bring into view. */
  readonly reveal: Reveal | null;
  readonly renderRow: (row: number, style: CSSProperties) => ReactNode;
  readonly boxRef?: RefObject<HTMLDivElement | null>;
}

/** A list of any length, of which only those rows are in the page that one sees. Scrolls by wheel, touch and keys. */
export function AnswerRows({ count, ends, reveal, renderRow, boxRef, className, ...rest }: AnswerRowsProps) {
  const own = useRef<HTMLDivElement>(null);
  const box = boxRef ?? own;
  const { onScroll, height, rows, topOf, heightOf } = useScrollWindow(box, count, ends, reveal);
  return (
    <div
      tabIndex={0}
      {...rest}
      ref={box}
      className={clsx(styles.box, ends && styles.wrapped, className)}
      onScroll={onScroll}
    >
      <div role="presentation" className={styles.all} style={{ height }}>
        {rows.map((row) => renderRow(row, { top: topOf(row), ...(ends && { height: heightOf(row) }) }))}
      </div>
    </div>
  );
}
