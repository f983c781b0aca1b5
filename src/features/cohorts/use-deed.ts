import { useState } from 'react';
import type { Outcome } from '../../portal-client';

/** What somebody does, one thing at a time, and what came of it. */
export interface Deed {
  /** Which one is under way; null: none. */
  readonly doing: string | null;
  readonly said: string;
  readonly refused: string | null;
  /** Does it, unless another is under way. Resolves to its value; null where it was refused. */
  readonly run: <Value>(which: string, call: () => Promise<Outcome<Value>>, said: string) => Promise<Value | null>;
}

const nothing = { doing: null, said: '', refused: null };

export function useDeed(): Deed {
  const [state, setState] = useState<Omit<Deed, 'run'>>(nothing);
  return {
    ...state,
    async run(which, call, said) {
      if (state.doing !== null) return null;
      setState({ ...nothing, doing: which });
      const outcome = await call();
      if (outcome.kind === 'ok') {
        setState({ ...nothing, said });
        return outcome.value;
      }
      setState({ ...nothing, refused: outcome.problem.detail ?? `${outcome.problem.title}.` });
      return null;
    },
  };
}
