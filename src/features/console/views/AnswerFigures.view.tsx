import { StatusBadge } from '../../../ui';
import type { AnswerHead } from '../answer/answer';
import { headerOf } from '../answer/answer';
import { formatBytes, formatDuration } from '../answer/format-figures';
import { readServerTiming } from '../answer/server-timing';
import styles from './AnswerPane.module.css';

export interface AnswerFiguresProps {
  readonly head: AnswerHead;
  readonly bytes: number;
  /** Null while the answer is still coming. */
  readonly totalMilliseconds: number | null;
}

/** The status, the time and where it went, and the size, in one line. */
export function AnswerFigures({ head, bytes, totalMilliseconds }: AnswerFiguresProps) {
  const { gatewayMilliseconds: gateway, upstreamMilliseconds: upstream } = readServerTiming(
    headerOf(head, 'server-timing'),
  );
  const split = [
    gateway === null ? null : `gateway ${formatDuration(gateway)}`,
    upstream === null ? null : `upstream ${formatDuration(upstream)}`,
  ].filter((part) => part !== null);
  return (
    <div className={styles.figures}>
      <StatusBadge status={head.status} named />
      <span>
        {totalMilliseconds === null ? 'coming in…' : formatDuration(totalMilliseconds)}
        {split.length > 0 && <span className={styles.split}> ({split.join(', ')})</span>}
      </span>
      <span>{formatBytes(bytes)}</span>
    </div>
  );
}
