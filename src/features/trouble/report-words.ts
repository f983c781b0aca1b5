import type { TroubleRun } from '../../portal-client';

/** One thing that happened; `good` and `bad` say how the client stood it. */
export interface Remark {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
}

type Report = TroubleRun['report'];

/** What happened since a scenario was switched on, in words; nothing where no request has met it. */
export function reportWords(report: Report): readonly Remark[] {
  if (report.requests === 0) return [];
  const remarks: (Remark | null)[] = [
    { text: `${counted(report.requests, 'request')}, ${report.troubled} of them troubled`, tone: 'plain' },
    some(report.recovered, 'good', (n) => `${n} sent again and succeeded`),
    some(report.retried_too_early, 'bad', (n) => `${n} sent again before Retry-After`),
    some(report.repeated_with_same_key, 'good', (n) => `${counted(n, 'write')} repeated with the same Idempotency-Key`),
    some(report.repeated_without_it, 'bad', (n) => `${counted(n, 'write')} repeated without the same Idempotency-Key`),
    some(report.renewed, 'good', () => 'Came back with a new token'),
    some(report.left_before_answer, 'plain', (n) => `${n} given up before the answer came`),
    some(report.waiting, 'plain', (n) => `${n} not sent again yet`),
    some(report.gave_up, 'bad', (n) => `${n} never sent again`),
  ];
  return remarks.filter((remark) => remark !== null);
}

function some(count: number, tone: Remark['tone'], say: (count: number) => string): Remark | null {
  return count === 0 ? null : { text: say(count), tone };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
