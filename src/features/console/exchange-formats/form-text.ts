import { percentEncode } from '../request/percent-encode';
import type { Pair } from './foreign-request';

/** Pairs as the text of a form (`application/x-www-form-urlencoded`). */
export function formText(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}

export const FORM_TYPE = 'application/x-www-form-urlencoded';
