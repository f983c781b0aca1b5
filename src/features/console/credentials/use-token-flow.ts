import { useEffect, useRef, useState } from 'react';
import type { TokenCredential } from './credential';
import type { Step, TokenObtainer, Wanted } from './obtain-token';

export type TokenFlow =
  | { readonly kind: 'idle' }
  /** `step` is what a person has to do meanwhile. */
  | { readonly kind: 'asking'; readonly step: Step | null }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Gets a token, one at a time; leaving the page stops it. */
export function useTokenFlow(obtainer: TokenObtainer, onToken: (token: TokenCredential) => void) {
  const [flow, setFlow] = useState<TokenFlow>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = (wanted: Wanted): void => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setFlow({ kind: 'asking', step: null });
    void obtainer
      .obtain(wanted, (step) => setFlow({ kind: 'asking', step }), controller.signal)
      .then((outcome) => {
        if (controller.signal.aborted) return;
        setFlow(outcome.kind === 'token' ? { kind: 'idle' } : { kind: 'failed', sentence: outcome.sentence });
        if (outcome.kind === 'token') onToken(outcome.token);
      });
  };
  const stop = (): void => {
    running.current?.abort();
    setFlow({ kind: 'idle' });
  };
  return { flow, start, stop };
}
