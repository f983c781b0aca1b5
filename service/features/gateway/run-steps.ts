import { findingsBefore } from './error-findings.ts';
import type { Facts, Step } from './facts.ts';

export interface Run {
  /** All that was found out, also where a step refused. */
  readonly facts: Facts;
  /** What a step threw; undefined where all went through. */
  readonly error?: unknown;
}

/** Takes a request through the steps, in their order, up to the first that refuses. */
export async function runSteps(steps: readonly Step[], start: Facts): Promise<Run> {
  let facts = start;
  try {
    for (const step of steps) {
      const found = step.run(facts);
      // Waiting for what is there already would cost a turn of the queue for each step.
      facts = found instanceof Promise ? await found : found;
    }
    return { facts };
  } catch (error) {
    return { facts: { ...facts, findings: [...facts.findings, ...findingsBefore(error)] }, error };
  }
}
