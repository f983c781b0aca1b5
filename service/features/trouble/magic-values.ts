import { longestDelayMs } from './delay-text.ts';
import type { ConnectionTrouble } from './trouble.ts';

/** What a value of a request makes happen, whatever the contract. */
export interface MagicTrouble {
  readonly status?: number;
  readonly delayMs?: number;
  readonly connection?: ConnectionTrouble;
}

/** All that a magic value begins with: a request without it in it is not looked through. */
export const magicPrefix = 'trouble-';

/** The one list; beside it `trouble-400` to `trouble-599` stand for their status. */
export const magicValues: Readonly<Record<string, MagicTrouble>> = {
  'trouble-slow': { delayMs: 5000 },
  'trouble-timeout': { delayMs: longestDelayMs, status: 504 },
  'trouble-reset': { connection: 'reset' },
  'trouble-truncate': { connection: 'truncate' },
  'trouble-garbage': { connection: 'garbage' },
};

/** Undefined where the text is no magic value. Only a whole value is one, never a part of it. */
export function magicTrouble(text: string): MagicTrouble | undefined {
  if (Object.hasOwn(magicValues, text)) return magicValues[text];
  const status = /^trouble-([45]\d\d)$/.exec(text)?.[1];
  return status === undefined ? undefined : { status: Number(status) };
}
