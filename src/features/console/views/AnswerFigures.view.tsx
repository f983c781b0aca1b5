import { StatusBadge } from '../../../ui';
import type { AnswerHead } from '../answer/answer';
import { headerOf } from '../answer/answer';
import { formatBytes, formatDuration, formatProgress } from '../answer/format-figures';
import { readServerTiming } from '../answer/server-timing';
import styles from './AnswerPane.module.css';

export interface AnswerFiguresProps {
  readonly head: AnswerHead;
  readonly bytes: number;
  /** Null while the answer is still coming, and where it broke off. */
  readonly totalMilliseconds: number | null;
  /** So far. */
  readonly elapsedMilliseconds?: number;
  /** Nothing more will come. */
  readonly isOver?: boolean;
  /** What went over the wire, where it was compressed. */
  readonly wireBytes?: number;
}

/** The status, the time and where it went, and the size, in one line. */
export function AnswerFigures(props: AnswerFiguresProps) {
  const { head, bytes, totalMilliseconds, elapsedMilliseconds, isOver = false, wireBytes } = props;
  const { gatewayMilliseconds: gateway, upstreamMilliseconds: upstream } = readServerTiming(
    headerOf(head, 'server-timing'),
  );
  const split = [
    gateway === null ? null : `gateway ${formatDuration(gateway)}`,
    upstream === null ? null : `upstream ${formatDuration(upstream)}`,
  ].filter((part) => part !== null);
  const soFar = elapsedMilliseconds === undefined ? '' : `, ${formatDuration(elapsedMilliseconds)}`;
  const total =
    totalMilliseconds === null ? `${isOver ? 'broken off' : 'coming in'}${soFar}` : formatDuration(totalMilliseconds);
  const announced = totalMilliseconds === null ? announcedBytes(head) : 0;
  const isCompressed = wireBytes !== undefined && wireBytes > 0 && wireBytes < bytes;
  return (
    <div className={styles.figures}>
      <StatusBadge status={head.status} named />
      <span>
        {total}
        {split.length > 0 && <span className={styles.split}> ({split.join(', ')})</span>}
      </span>
      <span>
        {announced > bytes ? formatProgress(bytes, announced) : formatBytes(bytes)}
        {isCompressed && <span className={styles.split}> ({formatBytes(wireBytes)} over the wire)</span>}
      </span>
    </div>
  );
}

/** How long the whole body will be; 0 where the answer does not say it, or counts compressed bytes. */
function announcedBytes(head: AnswerHead): number {
  if (headerOf(head, 'content-encoding') !== null) return 0;
  return Number(headerOf(head, 'content-length') ?? 0) || 0;
}
