import { StatusBadge } from '../../../ui';
import type { AnswerHead } from '../answer/answer';
import { headerOf } from '../answer/answer';
import { formatBytes, formatDuration } from '../answer/format-figures';
import { readServerTiming } from '../answer/server-timing';
import styles from './AnswerPane.module.css';

export interface AnswerFiguresProps {
  readonly head: AnswerHead;
  readonly bytes: number;
  /** Null while the answer is still coming, and where it broke off. */
  readonly totalMilliseconds: number | null;
  /** Nothing more will come. */
  readonly isOver?: boolean;
  /** What went over the wire, where it was compressed. */
  readonly wireBytes?: number;
}

/** The status, the time and where it went, and the size, in one line. */
export function AnswerFigures({ head, bytes, totalMilliseconds, isOver, wireBytes }: AnswerFiguresProps) {
  const { gatewayMilliseconds: gateway, upstreamMilliseconds: upstream } = readServerTiming(
    headerOf(head, 'server-timing'),
  );
  const split = [
    gateway === null ? null : `gateway ${formatDuration(gateway)}`,
    upstream === null ? null : `upstream ${formatDuration(upstream)}`,
  ].filter((part) => part !== null);
  const total = totalMilliseconds === null ? (isOver ? 'broken off' : 'coming in…') : formatDuration(totalMilliseconds);
  const isCompressed = wireBytes !== undefined && wireBytes > 0 && wireBytes < bytes;
  return (
    <div className={styles.figures}>
      <StatusBadge status={head.status} named />
      <span>
        {total}
        {split.length > 0 && <span className={styles.split}> ({split.join(', ')})</span>}
      </span>
      <span>
        {formatBytes(bytes)}
        {isCompressed && <span className={styles.split}> ({formatBytes(wireBytes)} over the wire)</span>}
      </span>
    </div>
  );
}
