import { addDuration } from './duration.ts';

/** As the request says it; exactly one member is there. */
export interface ClockChange {
  readonly advance?: string;
  readonly at?: string;
  readonly offset?: string;
  readonly real?: true;
}

export type ClockDecision =
  | { readonly kind: 'moved'; readonly offsetMs: number }
  | { readonly kind: 'refused'; readonly at: string; readonly message: string };

/** Years that every format of a contract can write. */
const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** How far a space's clock is to be ahead of the real one. */
export function decideClock(change: ClockChange, offsetMs: number, realNow: Date): ClockDecision {
  if (change.real === true) return { kind: 'moved', offsetMs: 0 };
  const member = change.at !== undefined ? 'at' : change.advance !== undefined ? 'advance' : 'offset';
  const time = timeOf(change, offsetMs, realNow);
  if (time === null) {
    const message = 'must be a duration as ISO 8601 writes it: P1D, PT30M, P1Y2M, -PT90S';
    return { kind: 'refused', at: `/${member}`, message };
  }
  if (!(time.getTime() >= earliest && time.getTime() <= latest)) {
    return { kind: 'refused', at: `/${member}`, message: 'must lead to a time between 1970 and 2200' };
  }
  return { kind: 'moved', offsetMs: time.getTime() - realNow.getTime() };
}

function timeOf({ at, advance, offset = '' }: ClockChange, offsetMs: number, realNow: Date): Date | null {
  if (at !== undefined) return new Date(at);
  if (advance === undefined) return addDuration(realNow, offset);
  return addDuration(new Date(realNow.getTime() + offsetMs), advance);
}
