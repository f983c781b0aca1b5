import { requestedTrouble } from './requested-trouble.ts';
import { isNothing, type Trouble } from './trouble.ts';
import type { TroubledRequest } from './troubled-request.ts';
import type { Waits } from './waits.ts';

/** Trouble that a request meets, and the means to hold its answer back. */
export interface MetTrouble extends Trouble {
  /** Resolves when the answer may go, or nobody waits for it. To be called once, when the answer is there or has failed. */
  hold(gone: AbortSignal): Promise<void>;
}

/** Null where nothing is to go wrong. Throws `request-invalid` for what a request asks and nobody understands. */
export type MeetTrouble = (request: TroubledRequest) => MetTrouble | null | Promise<MetTrouble | null>;

export function meetTrouble(deps: { readonly waits: Waits }): MeetTrouble {
  return (request) => {
    const trouble = requestedTrouble(request);
    return trouble === null || isNothing(trouble) ? null : withHold(trouble, request.sender, deps.waits);
  };
}

function withHold(trouble: Trouble, sender: string, waits: Waits): MetTrouble {
  const { delayMs } = trouble;
  const wait = delayMs > 0 ? waits.enter(sender) : null;
  return { ...trouble, hold: async (gone) => void (await wait?.for(delayMs, gone)) };
}
