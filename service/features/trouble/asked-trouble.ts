import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError, type ProblemPlace } from '../../platform/problem.ts';
import { longestDelayMs, readDelay } from './delay-text.ts';
import { preferencesOf } from './preferences.ts';
import { type ConnectionTrouble, connectionTroubles } from './trouble.ts';

/** What one request asks for itself, by `Prefer` (RFC 7240) and `X-Sandbox-Delay`. */
export interface AskedTrouble {
  readonly status?: number;
  /** The name of an example of the contract. */
  readonly example?: string;
  readonly isDynamic: boolean;
  readonly connection?: ConnectionTrouble;
  readonly delayMs: number;
  /** The preferences that were understood, as the answer says them. */
  readonly applied: readonly string[];
}

/** Null where the request asks for nothing. Throws `request-invalid` that names each value which means nothing. */
export function readAsked(headers: IncomingHttpHeaders): AskedTrouble | null {
  const { prefer, 'x-sandbox-delay': delay } = headers;
  if (prefer === undefined && delay === undefined) return null;
  const wishes = preferencesOf(typeof prefer === 'string' ? prefer : '');
  const wrong: ProblemPlace[] = [];
  const wish = (name: keyof typeof rules): string | undefined => {
    const value = wishes.get(name);
    if (value === undefined || rules[name].fits(value)) return value;
    wrong.push({ in: 'header', at: 'prefer', message: `${name}=${shown(value)} means nothing; ${rules[name].remedy}` });
    return undefined;
  };
  const [code, example, dynamic, trouble] = [wish('code'), wish('example'), wish('dynamic'), wish('trouble')];
  const reading = typeof delay === 'string' ? readDelay(delay) : ({ kind: 'read', ms: 0 } as const);
  if (reading.kind === 'unreadable') {
    const message = `${shown(delay)} is no time; send milliseconds such as 1500, or seconds such as 1.5s, up to ${longestDelayMs / 1000}s`;
    wrong.push({ in: 'header', at: 'x-sandbox-delay', message });
  }
  if (wrong.length > 0) throw refusal(wrong);
  const isDynamic = dynamic !== undefined && dynamic !== 'false';
  const applied = Object.entries({ code, example, dynamic: isDynamic ? 'true' : undefined, trouble }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`${name}=${worded(value)}`]),
  );
  if (applied.length === 0 && delay === undefined) return null;
  return {
    status: code === undefined ? undefined : Number(code),
    example,
    isDynamic,
    connection: connectionTroubles.find((one) => one === trouble),
    delayMs: reading.kind === 'read' ? reading.ms : 0,
    applied,
  };
}

const rules = {
  code: { fits: (text: string) => /^[2-5]\d\d$/.test(text), remedy: 'send a status from 200 to 599, such as code=503' },
  example: {
    fits: (text: string) => text !== '' && text.length <= 200,
    remedy: 'send the name of one of the contract’s examples',
  },
  dynamic: {
    fits: (text: string) => ['', 'true', 'false'].includes(text),
    remedy: 'send dynamic=true, or leave it out',
  },
  trouble: {
    fits: (text: string) => connectionTroubles.some((one) => one === text),
    remedy: `send one of ${connectionTroubles.map((one) => `trouble=${one}`).join(', ')}`,
  },
};

function refusal(errors: readonly ProblemPlace[]): ProblemError {
  const told = errors.map(({ at, message }) => `${at}: ${message}`).join('; ');
  return new ProblemError('request-invalid', {
    detail: `The trouble that was asked for is not known. ${told}.`,
    errors,
  });
}

function shown(value: unknown): string {
  return `"${String(value).slice(0, 60)}"`;
}

/** RFC 7240 §2: a word is a token or a quoted text. A header holds only what is printable. */
function worded(value: string): string {
  const plain = value.replace(/[^\x20-\x7e]/g, '?');
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(plain) ? plain : `"${plain.replace(/["\\]/g, '\\$&')}"`;
}
