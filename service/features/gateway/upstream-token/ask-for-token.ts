import { type Agent, request } from 'undici';
import { readToken, type TokenReading } from './read-token.ts';
import { type TokenClient, tokenRequest } from './token-request.ts';

export type AskForToken = () => Promise<TokenReading>;

const mostBytes = 64 * 1024;

/** Asks a token endpoint by HTTP, within `timeoutSeconds` in all. A redirect is a refusal: it could lead the secret elsewhere. */
export function askForToken(client: TokenClient, agent: Agent, timeoutSeconds: number): AskForToken {
  const { headers, body } = tokenRequest(client);
  return async () => {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      const answer = await request(client.url, { dispatcher: agent, method: 'POST', headers, body, signal });
      return readToken(answer.statusCode, await textOf(answer.body));
    } catch (cause) {
      return { kind: 'failed', error: signal.aborted ? `no answer in ${timeoutSeconds} s` : whatBroke(cause) };
    }
  };
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error('the answer is longer than 64 kB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function whatBroke(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no answer';
  return 'code' in cause ? String(cause.code) : cause.message;
}
