import type { Exchange } from '../traffic/index.ts';

const longest = 300;

/** What an exchange was answered with, and why, as its answer says it (RFC 9457 §3.1.4) or the finding of its contract. */
export function refusalWords({ operation, method, path, status, findings, excerpt }: Exchange): string {
  const [first] = findings;
  const why = detailOf(excerpt?.answer ?? '') ?? (first === undefined ? null : `${first.at} ${first.message}`.trim());
  const what = `${operation ?? `${method} ${path}`} was answered with ${status}`;
  if (why === null) return `${what}.`;
  const short = why.length > longest ? `${why.slice(0, longest)}…` : why;
  return `${what}: ${short.replace(/\.$/, '')}.`;
}

/** The `detail` of the problem in an answer's text, which has its head before it. */
function detailOf(answer: string): string | null {
  const start = answer.indexOf('{', Math.max(0, answer.indexOf('\n\n')));
  if (start === -1) return null;
  try {
    const { detail } = JSON.parse(answer.slice(start)) as { detail?: unknown };
    return typeof detail === 'string' && detail !== '' ? detail : null;
  } catch {
    return null;
  }
}
