import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { ProblemError } from '../../platform/problem.ts';
import type { CheckBudget } from './check-budget.ts';
import { compareAnswer } from './compare-answer.ts';
import { type Facts, needed, type UpstreamAnswer } from './facts.ts';
import { mostCompared } from './read-answer.ts';
import type { Run } from './run-steps.ts';

const toldAtMost = 3;

/**
 * Where the configuration of a version says `blockOnDrift`: waits for the whole answer, and refuses in its place where it is not as the
 * contract says. Streams of events and answers above 1 MB go by as they come.
 */
export async function holdBack(run: Run, budget: CheckBudget): Promise<Run> {
  const { facts } = run;
  const isHeld = run.error === undefined && facts.served?.blocksOnDrift === true && facts.answer?.problem === undefined;
  if (!isHeld || isEventStream(facts.answer)) return run;
  try {
    const whole = await wholeAnswer(needed(facts.answer, 'answer'));
    const held = { ...facts, answer: whole };
    if (whole.body.kind === 'stream') return { facts: held };
    const comparison = compareAnswer(held, budget, true);
    const compared = { ...held, comparison };
    return comparison.findings.length === 0 ? { facts: compared } : { facts: compared, error: refusal(compared) };
  } catch (cause) {
    return { facts, error: new ProblemError('upstream-unavailable', { detail: brokeOff, cause }) };
  }
}

function refusal({ comparison, match, answer }: Facts): ProblemError {
  const findings = comparison?.findings ?? [];
  const told = findings.slice(0, toldAtMost).map(({ at, message }) => (at === '' ? message : `${at} ${message}`));
  const rest = findings.length > toldAtMost ? `; and ${findings.length - toldAtMost} more` : '';
  return new ProblemError('answer-invalid', {
    detail: `The API answered ${match?.operation.id ?? ''} with ${answer?.status}, and not as its contract says: ${told.join('; ')}${rest}. It may have done what you asked for: look before you send a write again.`,
  });
}

/** An answer of at most 1 MB with its bytes; a longer one as the stream it was. */
async function wholeAnswer(answer: UpstreamAnswer): Promise<UpstreamAnswer> {
  if (answer.body.kind !== 'stream') return answer;
  const source = answer.body.stream as Readable;
  const chunks: Buffer[] = [];
  let length = 0;
  const iterator = source.iterator({ destroyOnReturn: false });
  for await (const chunk of iterator as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostCompared) return { ...answer, body: { kind: 'stream', stream: resumed(chunks, source) } };
  }
  return { ...answer, body: { kind: 'bytes', bytes: Buffer.concat(chunks) } };
}

/** What was taken already, and then the rest. */
function resumed(chunks: readonly Buffer[], rest: Readable): Readable {
  const stream = new PassThrough();
  for (const chunk of chunks) stream.write(chunk);
  rest.on('error', (error) => stream.destroy(error));
  stream.on('close', () => rest.destroy());
  return rest.pipe(stream);
}

function isEventStream(answer: UpstreamAnswer | undefined): boolean {
  return /^text\/event-stream\b/i.test(String(answer?.headers['content-type'] ?? ''));
}

const brokeOff =
  'The API began to answer and broke off. It may have done what you asked for: look before you send a write again.';
