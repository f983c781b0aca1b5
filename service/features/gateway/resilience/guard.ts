import type { ProtectionConfig } from '../../../../contract/portal-config.ts';
import type { ExchangeFinding } from '../../traffic/index.ts';
import type { Facts } from '../facts.ts';
import { noteFindings } from '../error-findings.ts';
import { attempt, type Attempted, type AttemptedOnce, type Send } from './attempt.ts';
import type { Pause } from './circuit.ts';
import { circuits, type Circuits, type ResilienceLog } from './circuits.ts';
import { places, type PlacesState } from './places.ts';
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
  readonly state: () => GuardState;
}

export interface GuardState {
  readonly places: PlacesState;
  readonly circuits: ReturnType<Circuits['counts']>;
}

export interface Guarded<A> {
  readonly answer: A;
  /** Says where it was sent twice. */
  readonly findings: readonly ExchangeFinding[];
  /** Tells the circuit that the answer was of no use. */
  readonly onUnusable: () => void;
}

/** The log is told of answers that are of no use so often at most; each is in its exchange. */
const unusableEveryMs = 10_000;

/** Stands before one live upstream: `circuit → place → send`, and once more within the budget. A place is free when the answer has ended. */
export function guard(
  upstream: string,
  rules: Required<ProtectionConfig>,
  deps: { readonly timing: Timing; readonly log: ResilienceLog },
): Guard {
  const { requestsAtOnce: atOnce, waitingAtMost: waiting, waitSeconds } = rules;
  const line = places({ atOnce, waiting, waitSeconds }, deps.timing);
  const circuitsOf = circuits(upstream, rules, deps);
  const circuitOf = circuitsOf.of;
  const budget = retryBudget(rules.retryPercent);
  let toldMs = -Infinity;
  const unusable = (origin: string): void => {
    if (deps.timing.nowMs() - toldMs < unusableEveryMs) return;
    toldMs = deps.timing.nowMs();
    deps.log.warn({ upstream, origin }, 'a live upstream answers with what cannot be read');
  };

  const sendUpToTwice = async <A extends Attempted>(
    facts: Facts,
    origin: string,
    send: Send<A>,
  ): Promise<Guarded<A>> => {
    const circuit = circuitOf(origin);
    const { gone } = facts.request;
    const once = () => attempt(circuit, upstream, gone, send);
    const mayRepeat = () => !gone.aborted && isRepeatable(facts) && !circuit.paused() && budget.spend();
    const whole = ({ answer, retract }: AttemptedOnce<A>, findings: readonly ExchangeFinding[]): Guarded<A> => ({
      answer,
      findings,
      onUnusable: () => {
        unusable(origin);
        retract();
      },
    });
    let happened: string;
    budget.earn();
    try {
      const first = await once();
      const { answer } = first;
      const { statusCode, headers } = answer;
      const isFinal = !isOutOfOrder(statusCode) || asksToWait(headers['retry-after']) || !mayRepeat();
      if (isFinal) return whole(first, []);
      void answer.body?.dump().catch(() => undefined);
      happened = `the upstream first answered with ${statusCode}`;
    } catch (cause) {
      if (!isLostConnection(cause) || !mayRepeat()) throw cause;
      happened = 'the connection to the upstream was lost at first';
    }
    const findings = [found(`${happened}; the request was sent a second time`)];
    try {
      const second = await once();
      const { statusCode } = second.answer;
      return whole(
        second,
        isOutOfOrder(statusCode) ? [...findings, found(`the second answer was ${statusCode}, too`)] : findings,
      );
    } catch (cause) {
      noteFindings(cause, [...findings, found('the second attempt failed, too')]);
      throw cause;
    }
  };

  return {
    state: () => ({ places: line.state(), circuits: circuitsOf.counts() }),
    async run(facts, origin, send) {
      refuse(upstream, circuitOf(origin).paused());
      const leave = await line.take(facts.request.gone);
      if (leave === null) throw busyProblem(upstream);
      try {
        const guarded = await sendUpToTwice(facts, origin, send);
        if (guarded.answer.body === null) leave();
        else guarded.answer.body.once('close', leave);
        return guarded;
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

function found(message: string): ExchangeFinding {
  return { in: 'response', at: '', message };
}

function refuse(upstream: string, pause: Pause | undefined): void {
  if (pause) throw pausedProblem(upstream, pause.retryAfterSeconds);
}
