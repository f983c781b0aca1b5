import type { Timing } from './timing.ts';
import { circuit, type Circuit, type CircuitRules, type CircuitState } from './circuit.ts';

/** Where changes of state are told to the operator. */
export interface ResilienceLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface Circuits {
  /** The circuit of an address. */
  readonly of: (origin: string) => Circuit;
  /** How many addresses are in which state. */
  readonly counts: () => Readonly<Record<CircuitState, number>>;
}

/** A request can choose a host where the address has a variable: more of them than this are forgotten, the oldest first. */
const mostKept = 1000;

/** The circuits of one upstream: one for each address that it has, so that a region which is down does not close the others. */
export function circuits(
  upstream: string,
  rules: CircuitRules,
  { timing, log }: { readonly timing: Timing; readonly log: ResilienceLog },
): Circuits {
  const kept = new Map<string, Circuit>();
  const of = (origin: string): Circuit => {
    const known = kept.get(origin);
    if (known) return known;
    const fresh = circuit(
      rules,
      () => timing.nowMs(),
      (state) => {
        const details = { upstream, origin, circuit: state };
        if (state === 'open') log.warn(details, `a live upstream fails; it is left alone for ${rules.pauseSeconds} s`);
        else if (state === 'closed') log.info(details, 'a live upstream works again');
        else log.info(details, 'one request tries whether a live upstream works again');
      },
    );
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest);
    kept.set(origin, fresh);
    return fresh;
  };
  return {
    of,
    counts() {
      const counts = { closed: 0, open: 0, 'half-open': 0 };
      for (const one of kept.values()) counts[one.state()] += 1;
      return counts;
    },
  };
}
