import { passwordCharacters } from './field-faults';

/** Where a password counts as long; nothing but length is measured, because nothing else tells how hard it is to guess. */
const long = 20;

/** How far a new password is, from 0 to 1, and in words. */
export function passwordLength(text: string): {
  readonly share: number;
  readonly isEnough: boolean;
  readonly words: string;
} {
  const length = [...text].length;
  const { fewest } = passwordCharacters;
  const share = Math.min(1, length / long);
  if (length === 0) return { share, isEnough: false, words: `At least ${fewest} characters. A sentence is good.` };
  if (length < fewest) return { share, isEnough: false, words: `${length} of ${fewest} characters` };
  return { share, isEnough: true, words: length < long ? 'Long enough' : 'Long' };
}
