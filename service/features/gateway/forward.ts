import { performance } from 'node:perf_hooks';
import { type Facts, needed, type Step, type UpstreamAnswer } from './facts.ts';
import { noteUpstreamTime } from './upstream-time.ts';

/** What stands behind the gateway for one API version. */
export type Upstream = (facts: Facts) => Promise<UpstreamAnswer>;

/** Sends the request on, and notes how long the upstream took until its answer began. */
export function forwardStep(upstreams: Readonly<Record<'sandbox' | 'service' | 'live', Upstream>>): Step {
  return {
    name: 'forward',
    async run(facts) {
      const { upstream } = needed(facts.served, 'served');
      const from = performance.now();
      try {
        const answer = await upstreams[goesLive(facts) ? 'live' : upstream](facts);
        const findings = [...facts.findings, ...(answer.findings ?? [])];
        return { ...facts, answer, findings, upstreamFrom: from, upstreamMs: performance.now() - from };
      } catch (error) {
        noteUpstreamTime(error, { upstreamFrom: from, upstreamMs: performance.now() - from });
        throw error;
      }
    },
  };
}

/** The key decides the environment. The portal's own API has only one. */
export function goesLive({ served, key }: Facts): boolean {
  return served?.upstream === 'sandbox' && key?.environment === 'live';
}
