import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { problemMediaType, problems } from '../../platform/problem.ts';
import {
  brokenAnswer,
  type InsteadAnswer,
  type MeetTrouble,
  type MetTrouble,
  type TroubledRequest,
  skewedValue,
  troubleHeader,
} from '../trouble/index.ts';
import { limitedAddress } from '../../platform/client-address.ts';
import { type Facts, needed, type Step, type UpstreamAnswer } from './facts.ts';
import { goesLive } from './forward.ts';
import { toUpstreamAnswer } from './sandbox-upstream.ts';

export interface TroubleDeps {
  readonly meet: MeetTrouble;
  readonly siteUrl: string;
  /** Gives back the place among the requests under way: an answer that is held back needs none. */
  readonly leave: () => void;
  readonly socket: Socket;
}

/**
 * Passes a request on as `forward` does. One that the sandbox plays may meet trouble first: an answer in the sandbox's place, or the
 * sandbox's answer late, broken or by another clock. Requests to live and to the portal's own API never do.
 */
export function troubledForward(forward: Step, deps: TroubleDeps): Step {
  return {
    name: 'forward',
    async run(facts) {
      if (needed(facts.served, 'served').upstream !== 'sandbox' || goesLive(facts)) return forward.run(facts);
      const trouble = await deps.meet(troubled(facts));
      if (trouble === null) return forward.run(facts);
      const played = await answered(facts, trouble, forward, deps);
      return marked(broken(skewed(played, trouble), trouble, deps.socket), trouble);
    },
  };
}

async function answered(facts: Facts, trouble: MetTrouble, forward: Step, deps: TroubleDeps): Promise<Facts> {
  try {
    return trouble.instead
      ? { ...facts, answer: toAnswer(trouble.instead, facts, deps.siteUrl) }
      : await forward.run(facts);
  } finally {
    if (trouble.delayMs > 0) deps.leave();
    await trouble.hold(facts.request.gone);
  }
}

function troubled(facts: Facts): TroubledRequest {
  const { contract } = needed(facts.served, 'served');
  const { operation } = needed(facts.match, 'match');
  const address = needed(facts.address, 'address');
  const { path, query, body, bytes, chooseType } = needed(facts.input, 'input');
  const organization = facts.key?.organization ?? null;
  return {
    contract,
    operation,
    organization,
    keyId: facts.key?.id ?? null,
    credential: facts.ours?.[0]?.text,
    sender: organization ?? limitedAddress(facts.request.address),
    headers: facts.request.headers,
    sentPath: address.path,
    sentQuery: address.query,
    path,
    query,
    body,
    bytes,
    chooseType,
  };
}

function toAnswer(instead: InsteadAnswer, facts: Facts, siteUrl: string): UpstreamAnswer {
  if (instead.kind === 'shown') return toUpstreamAnswer(instead.answer);
  const { status, code, detail, headers } = instead;
  const value = {
    type: code === null ? 'about:blank' : `${siteUrl}/docs/errors/${code}`,
    title: code === null ? (STATUS_CODES[status] ?? `Status ${status}`) : problems[code].title,
    status,
    detail,
    instance: facts.request.requestId,
  };
  const body = { kind: 'bytes', bytes: Buffer.from(JSON.stringify(value)), value } as const;
  return { status, headers: { ...headers, 'content-type': problemMediaType }, body };
}

function broken(facts: Facts, { connection }: MetTrouble, socket: Socket): Facts {
  const answer = facts.answer;
  if (connection === undefined || answer === undefined) return facts;
  const hasBody = answer.body.kind === 'bytes' && facts.request.method !== 'HEAD';
  const bytes = hasBody && answer.body.kind === 'bytes' ? answer.body.bytes : Buffer.alloc(0);
  const left = brokenAnswer({ status: answer.status, headers: answer.headers, bytes }, connection, () => cut(socket));
  if (left === null) {
    cut(socket);
    return facts;
  }
  const body =
    'stream' in left.body ? { kind: 'stream' as const, ...left.body } : { kind: 'bytes' as const, ...left.body };
  return { ...facts, answer: { status: left.status, headers: left.headers, body } };
}

/** The clock of the answer: `Date`, and the times in a JSON body that say when a thing was made or changed. */
function skewed(facts: Facts, { skewMinutes, now }: MetTrouble): Facts {
  const answer = facts.answer;
  if (skewMinutes === undefined || answer === undefined) return facts;
  const headers = { ...answer.headers, date: now.toUTCString() };
  if (answer.body.kind !== 'bytes' || answer.body.value === undefined) {
    return { ...facts, answer: { ...answer, headers } };
  }
  const value = skewedValue(answer.body.value, skewMinutes);
  const body = { kind: 'bytes' as const, bytes: Buffer.from(JSON.stringify(value)), value };
  return { ...facts, answer: { ...answer, headers, body } };
}

/** What `RateLimit` says: a limit that stands in for the real ones hides them. */
function limited(facts: Facts, standing: MetTrouble['standing']): Pick<Facts, 'allowance'> {
  if (standing === undefined) return { allowance: facts.allowance };
  return { allowance: { isTaken: standing.isTaken, standings: [standing] } };
}

/** RST, as from a machine that went down; a stand-in for a socket knows only how to end. */
function cut(socket: Socket): void {
  if (typeof socket.resetAndDestroy === 'function') socket.resetAndDestroy();
  else (socket as { destroy(): void }).destroy();
}

/** Says in the answer and in the record that this was made to happen. */
function marked(facts: Facts, { marks, applied, standing }: MetTrouble): Facts {
  const answer = needed(facts.answer, 'answer');
  const mark = marks.join(', ');
  const headers = {
    ...answer.headers,
    ...(marks.length > 0 && { [troubleHeader]: mark }),
    ...(applied.length > 0 && { 'preference-applied': applied.join(', ') }),
  };
  const finding = { in: 'response' as const, at: troubleHeader, message: mark };
  const findings = marks.length > 0 ? [...facts.findings, finding] : facts.findings;
  return { ...facts, trouble: mark, answer: { ...answer, headers }, findings, ...limited(facts, standing) };
}
