import type { ProblemPlace } from '../../../portal-client';

/** Where the fault lies, and what to do: so that nobody looks for it in the wrong place. */
export interface Judgement {
  readonly fault: 'request' | 'contract' | 'gateway' | 'upstream' | 'network' | 'browser' | 'nobody';
  readonly title: string;
  readonly sentence: string;
  /** The portal's own page on it, where the gateway named one. */
  readonly guide: string | null;
  readonly places: readonly ProblemPlace[];
}

export function judgement(fault: Judgement['fault'], title: string, sentence: string): Judgement {
  return { fault, title, sentence, guide: null, places: [] };
}
