import type { AnswerHeadersConfig } from '../../../contract/portal-config.ts';
import { type AnswerBody, type Facts, needed, type UpstreamAnswer } from './facts.ts';
import { answerHeaders } from './forwarded-headers.ts';
import { mapAnswerHeaders } from './live-headers.ts';
import type { LiveResponse } from './live-response.ts';
import { privateAnswer } from './private-answer.ts';

/** What a live upstream answered, for the client: as it comes, without what is of this hop or stays behind the gateway. */
export function liveAnswer(
  response: LiveResponse,
  facts: Facts,
  mapping: AnswerHeadersConfig | undefined,
): UpstreamAnswer {
  const { statusCode: status, headers: sent, body } = response;
  if (status > 599) {
    body?.destroy();
    throw new Error(`The upstream answered with the status ${status}.`);
  }
  const length = sent['content-length'];
  const headers = {
    ...privateAnswer(mapAnswerHeaders(answerHeaders(sent), mapping), needed(facts.served, 'served').contract),
    // RFC 9110 §8.6: a 204 has none.
    ...(typeof length === 'string' && status !== 204 && { 'content-length': length }),
  };
  if (facts.request.method !== 'HEAD' && status !== 204 && status !== 304)
    return { status, headers, body: bodyOf(response) };
  void body?.dump();
  return { status, headers, body: { kind: 'none' } };
}

function bodyOf({ body, bytes }: LiveResponse): AnswerBody {
  return body === null ? { kind: 'bytes', bytes } : { kind: 'stream', stream: body };
}
