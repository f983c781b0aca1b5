import { type Dispatcher, request } from 'undici';
import { RefusedAddress } from '../../platform/public-address/index.ts';
import type { AttemptAnswer, Headers } from './delivery.ts';

/** Sends a delivery, and resolves with what came of it; never rejects. */
export type Send = (url: string, headers: Headers, body: string) => Promise<AttemptAnswer>;

/** What is kept of an answer. */
const keptCharacters = 4096;
const keptHeaders = 40;
const keptHeaderCharacters = 500;

/**
 * Sends over the network. The whole answer must be there in time; of its body the beginning is kept, as text, whatever it says
 * it is.
 */
export function networkSend(dispatcher: Dispatcher, timeoutMs: number): Send {
  return async (url, headers, body) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await request(url, { dispatcher, method: 'POST', headers: { ...headers }, body, signal });
      const text = await beginningOf(answer.body);
      return { kind: 'answered', status: answer.statusCode, headers: headersOf(answer.headers), body: text };
    } catch (error) {
      return { kind: 'unanswered', error: sentenceOf(error, timeoutMs) };
    }
  };
}

/** The built-in inbox: it takes everything, and no request leaves. */
export const inboxSend: Send = async () => ({ kind: 'answered', status: 204, headers: {}, body: '' });

async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > keptCharacters) break;
  }
  return storable(text.slice(0, keptCharacters));
}

function headersOf(headers: Dispatcher.ResponseData['headers']): Headers {
  const all = Object.entries(headers).slice(0, keptHeaders);
  return Object.fromEntries(
    all.map(([name, value]) => [name, storable(String(value ?? '').slice(0, keptHeaderCharacters))]),
  );
}

/** PostgreSQL's text holds no NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

function sentenceOf(error: unknown, timeoutMs: number): string {
  if (error instanceof RefusedAddress) return `Nothing was sent: the address ${error.message}.`;
  const { name, code } = error instanceof Error ? (error as Error & { code?: unknown }) : { name: '', code: undefined };
  if (name === 'TimeoutError' || name === 'ConnectTimeoutError' || name === 'AbortError') {
    return `There was no whole answer within ${timeoutMs / 1000} seconds.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name of the address cannot be resolved.';
  if (code === 'ECONNREFUSED') return 'Nobody listens at the address.';
  if (typeof code === 'string' && /^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED)/.test(code)) {
    return `The certificate of the address is not trusted (${code}).`;
  }
  return `The connection broke off${typeof code === 'string' ? ` (${code})` : ''}.`;
}
