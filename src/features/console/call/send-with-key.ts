import type { OperationPage } from '../../../../contract/reference-page';
import { isEndedKey, readProblem, type GuestKeys, type PortalProblem } from '../../../portal-client';
import type { Partial, Sent } from '../answer/answer';
import { sendRequest } from '../answer/send-request';
import { isGatewayThere } from '../answer/sending/gateway-there';
import { canCountUpload, type Upload } from '../answer/sending/upload-stream';
import type { WaitSeconds, WaitStore } from '../answer/sending/wait-store';
import { wireBytes } from '../answer/wire-bytes';
import type { RequestCredentials } from '../credentials';
import { describeRequest, keyPlaces, type FormValues, type RequestDescription } from '../request';

export interface CallPorts {
  readonly serviceUrl: string;
  readonly keys: GuestKeys;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** What somebody chose to send with instead of the key. */
  readonly credentialsFor?: (page: OperationPage) => Promise<RequestCredentials>;
  /** Asks before a write to live. */
  readonly confirm?: (page: OperationPage, request: RequestDescription, signal: AbortSignal) => Promise<boolean>;
  /** How long an answer may be silent; without it, for ever. */
  readonly wait?: WaitStore;
}

export interface CallListener {
  readonly onRequest: (request: RequestDescription) => void;
  readonly onPartial: (partial: Partial) => void;
  readonly onUpload?: (upload: Upload) => void;
}

const browser = {
  now: () => performance.now(),
  isOnline: () => navigator.onLine,
  date: Date.now,
  wireBytes,
  canCountUpload,
};

/**
 * Sends what stands in a form, with a guest key where the operation wants one. Where the gateway says that the key's time
 * is over, another is asked for and the same is sent once more: a refused request has done nothing.
 */
export async function sendWithKey(
  page: OperationPage,
  values: FormValues,
  ports: CallPorts,
  listener: CallListener,
  signal: AbortSignal,
  attempt: 'first' | 'second' = 'first',
): Promise<Sent> {
  const own = (await ports.credentialsFor?.(page)) ?? { kind: 'key' };
  if (own.kind === 'lacking') return { kind: 'failure', failure: { kind: 'no-credential', sentence: own.sentence } };
  const needsKey = own.kind === 'key' && keyPlaces(page).length > 0;
  const obtained = needsKey ? await ports.keys.obtain() : null;
  if (signal.aborted) return { kind: 'failure', failure: { kind: 'cancelled', partial: null } };
  if (obtained?.kind === 'problem')
    return { kind: 'failure', failure: { kind: 'no-key', sentence: wordsOf(obtained.problem) } };
  const key = obtained?.value.key ?? null;
  const decision = describeRequest(page, values, {
    serviceUrl: ports.serviceUrl,
    key,
    placed: own.kind === 'own' ? own.placed : undefined,
  });
  if (decision.kind === 'impossible') throw new Error(`${page.id} cannot be sent: ${decision.problems[0]?.message}`);
  if (ports.confirm && !(await ports.confirm(page, decision.request, signal))) {
    return { kind: 'failure', failure: { kind: 'not-confirmed' } };
  }
  listener.onRequest(decision.request);
  const sent = await sendRequest(
    decision.request,
    {
      ...browser,
      fetch: ports.fetch,
      onPartial: listener.onPartial,
      onUpload: listener.onUpload,
      waitMilliseconds: milliseconds(ports.wait?.get()),
      isGatewayThere: () => isGatewayThere(ports.serviceUrl, ports.fetch),
    },
    signal,
  );
  if (key === null || !isRefusedKey(sent)) return sent;
  ports.keys.drop(key);
  return attempt === 'first' ? sendWithKey(page, values, ports, listener, signal, 'second') : sent;
}

function milliseconds(seconds: WaitSeconds | undefined): number | null {
  return seconds === null || seconds === undefined ? null : seconds * 1000;
}

function wordsOf({ detail, title, retryAfterSeconds }: PortalProblem): string {
  const wait = retryAfterSeconds === null ? 'Try again in a moment.' : `Try again in ${retryAfterSeconds} s.`;
  return `${detail ?? `${title}.`} ${wait}`;
}

function isRefusedKey(sent: Sent): boolean {
  if (sent.kind !== 'answer' || sent.answer.status !== 401 || sent.answer.body.kind !== 'text') return false;
  try {
    return isEndedKey(readProblem(401, JSON.parse(sent.answer.body.text), new Headers()));
  } catch {
    return false;
  }
}
