import { useState } from 'react';
import type { Outcome, PortalProblem } from '../../portal-client';

/** What somebody does on the page, one thing at a time. */
export interface Deed {
  /** Which one is under way; null: none. */
  readonly doing: string | null;
  /** The last one that was refused. */
  readonly refused: { readonly which: string; readonly problem: PortalProblem } | null;
  /** What is told of the last one that worked. */
  readonly said: string;
  /** Does it, unless another is under way. Resolves to whether it worked. */
  readonly run: <Value>(which: string, call: () => Promise<Outcome<Value>>, said: string) => Promise<boolean>;
}

export function useDeed(): Deed {
  const [state, setState] = useState<Omit<Deed, 'run'>>({ doing: null, refused: null, said: '' });
  return {
    ...state,
    async run(which, call, said) {
      if (state.doing !== null) return false;
      setState({ doing: which, refused: null, said: '' });
      const outcome = await call();
      const isDone = outcome.kind === 'ok';
      setState(
        isDone
          ? { doing: null, refused: null, said }
          : { doing: null, refused: { which, problem: outcome.problem }, said: '' },
      );
      return isDone;
    },
  };
}
