import { statusName } from '../../ui';
import { formatBytes, formatDuration } from './answer/format-figures';
import { judgeFailure } from './answer/judge';
import type { ConsoleState } from './console-state';

/** What a screen reader says as things change: short, once for each change that matters. */
export function announcement({ phase, marks }: ConsoleState): string {
  switch (phase.kind) {
    case 'idle':
      return '';
    case 'editing':
      if (marks.length === 0) return '';
      return marks.length === 1 ? 'One field needs a look.' : `${marks.length} fields need a look.`;
    case 'sending':
      return phase.partial ? 'The answer is coming in.' : 'Sending.';
    case 'answered': {
      const { status, totalMilliseconds, bytes } = phase.answer;
      const name = statusName(status);
      return `${status}${name ? ` ${name}` : ''}, ${formatDuration(totalMilliseconds)}, ${formatBytes(bytes)}.`;
    }
    case 'failed':
      return judgeFailure(phase.failure).title;
  }
}
