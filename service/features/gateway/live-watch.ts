import type { ExchangeFinding } from '../traffic/index.ts';
import { type Facts, needed } from './facts.ts';
import type { ResilienceLog } from './resilience/circuits.ts';
import { usualSizes } from './resilience/usual-size.ts';

/** Looks at how long an answer was, when it has ended. */
export type LiveWatch = (facts: Facts, status: number, bytes: number) => readonly ExchangeFinding[];

/** Notices where the answers of an upstream become far smaller than they usually are: in the exchange, and once in the log. */
export function liveWatch(upstream: string, log: ResilienceLog): LiveWatch {
  const sizes = usualSizes();
  let isTold = false;
  return (facts, status, bytes) => {
    const { operation } = needed(facts.match, 'match');
    // A head, a part and what has not changed are as short as they are.
    const isWhole =
      facts.request.method !== 'HEAD' && status >= 200 && status < 300 && status !== 204 && status !== 206;
    // Packed or not makes a difference of its own.
    const isPacked = facts.answer?.headers['content-encoding'] !== undefined;
    if (!isWhole) return [];
    const { smallInARow, usualBytes } = sizes.add(`${operation.id} ${status} ${isPacked}`, bytes);
    if (smallInARow === 0) {
      isTold = false;
      return [];
    }
    const details = { upstream, operation: operation.id, smallInARow, bytes, usualBytes };
    if (!isTold) log.warn(details, 'the answers of a live upstream are far smaller than they usually are');
    isTold = true;
    const message = `the last ${smallInARow} answers were far smaller than usual: ${bytes} bytes, usually ${usualBytes}`;
    return [{ in: 'response', at: '', message }];
  };
}
