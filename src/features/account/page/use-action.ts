import { useState } from 'react';
import type { Outcome, PortalProblem } from '../../../portal-client';

/** One thing that is done on the page, and what came of it. */
export interface Action {
  readonly isBusy: boolean;
  readonly problem: PortalProblem | null;
  /** In words; null before, and while it is done again. */
  readonly done: string | null;
  /** Does it, unless it is under way. `words` are said, and `then` is called, where it worked. */
  readonly run: <Value>(
    call: () => Promise<Outcome<Value>>,
    words: string | ((value: Value) => string),
    then?: (value: Value) => void,
  ) => void;
}

export function useAction(): Action {
  const [state, setState] = useState<Omit<Action, 'run'>>({ isBusy: false, problem: null, done: null });
  return {
    ...state,
    run(call, words, then) {
      if (state.isBusy) return;
      setState({ isBusy: true, problem: null, done: null });
      void call().then((outcome) => {
        if (outcome.kind === 'problem') return setState({ isBusy: false, problem: outcome.problem, done: null });
        const { value } = outcome;
        setState({ isBusy: false, problem: null, done: typeof words === 'string' ? words : words(value) });
        then?.(value);
      });
    },
  };
}
