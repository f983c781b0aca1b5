import type { ProtectionConfig } from '../../../../contract/portal-config.ts';
import type { ExchangeFinding } from '../../traffic/index.ts';
import type { Facts } from '../facts.ts';
import { attempt, type Attempted, type Send } from './attempt.ts';
import type { Pause } from './circuit.ts';
import { circuits, type ResilienceLog } from './circuits.ts';
import { places } from './places.ts';
import { busyProblem, pausedProblem } from './refusals.ts';
import { asksToWait, isLostConnection, isOutOfOrder, isRepeatable } from './repeatable.ts';
import { retryBudget } from './retry-budget.ts';
import type { Timing } from './timing.ts';

export interface Guard {
  /**
   * Sends a request once, or twice where that does no harm. Throws `upstream-paused` and `upstream-busy`, without sending, and what `send`
   * throws.
   */
  run<A extends Attempted>(facts: Facts, origin: string, send: Send<A>): Promise<Guarded<A>>;
}

export interface Guarded<A> {
  readonly answer: A;
  /** Says where it was sent twice. */
  readonly findings: readonly ExchangeFinding[];
}

/** Stands before one live upstream: `circuit → place → send`, and once more within the budget. A place is free when the answer has ended. */
export function guard(
  upstream: string,
  rules: Required<ProtectionConfig>,
  deps: { readonly timing: Timing; readonly log: ResilienceLog },
): Guard {
  const { requestsAtOnce: atOnce, waitingAtMost: waiting, waitSeconds } = rules;
  const line = places({ atOnce, waiting, waitSeconds }, deps.timing);
  const circuitOf = circuits(upstream, rules, deps);
  const budget = retryBudget(rules.retryPercent);

  const sendUpToTwice = async <A extends Attempted>(
    facts: Facts,
    origin: string,
    send: Send<A>,
  ): Promise<Guarded<A>> => {
    const circuit = circuitOf(origin);
    const { gone } = facts.request;
    const once = () => attempt(circuit, upstream, gone, send);
    const mayRepeat = () => !gone.aborted && isRepeatable(facts) && !circuit.paused() && budget.spend();
    let happened: string;
    budget.earn();
    try {
      const answer = await once();
      const { statusCode, headers } = answer;
      const isFinal = !isOutOfOrder(statusCode) || asksToWait(headers['retry-after']) || !mayRepeat();
      if (isFinal) return { answer, findings: [] };
      void answer.body.dump().catch(() => undefined);
      happened = `the upstream first answered with ${statusCode}`;
    } catch (cause) {
      if (!isLostConnection(cause) || !mayRepeat()) throw cause;
      happened = 'the connection to the upstream was lost at first';
    }
    const message = `${happened}; the request was sent a second time`;
    return { answer: await once(), findings: [{ in: 'response', at: '', message }] };
  };

  return {
    async run(facts, origin, send) {
      refuse(upstream, circuitOf(origin).paused());
      const leave = await line.take(facts.request.gone);
      if (leave === null) throw busyProblem(upstream);
      try {
        const guarded = await sendUpToTwice(facts, origin, send);
        guarded.answer.body.once('close', leave);
        return guarded;
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

function refuse(upstream: string, pause: Pause | undefined): void {
  if (pause) throw pausedProblem(upstream, pause.retryAfterSeconds);
}
