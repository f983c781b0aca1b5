import type { SandboxAnswer } from './answer.ts';
import type { SpaceFacts } from './sandbox-store.ts';

/** Tells an integrator what time it is in the sandbox that answers (RFC 3339, UTC). */
const nowHeader = 'x-sandbox-now';

/** The time in a space: its clock runs like the real one, ahead of it or behind. */
export function timeIn({ clockOffsetMs }: SpaceFacts, realNow: Date): Date {
  return new Date(realNow.getTime() + clockOffsetMs);
}

export function tellTime(answer: SandboxAnswer, now: Date): SandboxAnswer {
  if (answer.kind !== 'answer') return answer;
  return { ...answer, headers: { ...answer.headers, [nowHeader]: now.toISOString() } };
}
