import type { OperationPage } from '../../../../contract/reference-page';
import { isRecord, readProblem } from '../../../portal-client';
import { headerOf, type Answer } from './answer';
import { declaredBody } from './contract-check/declared-body';
import { declaredResponse } from './declared-response';
import { judgement, type Judgement } from './judgement';
import { essenceOf } from './media-type';
import { readServerTiming } from './server-timing';

export { judgeFailure } from './judge-failure';
export type { Judgement } from './judgement';

const ofGateway = new Set(['internal', 'unavailable', 'storage-full']);
/** What was sent to be let in is not, or no longer, taken. */
const ofKey = new Set(['key-expired', 'key-revoked', 'key-unknown', 'key-malformed', 'token-invalid']);
const keyHint = 'Take another above, and send again: what you typed is kept.';
const ofContract = new Set(['api-not-found', 'operation-not-found', 'method-not-allowed', 'not-acceptable']);

/** Null for an answer that is no error and that the contract describes. */
export function judgeAnswer(page: OperationPage, answer: Answer): Judgement | null {
  const declared = declaredResponse(page, answer.status);
  if (answer.status >= 400) return judgeError(answer);
  const type = headerOf(answer, 'content-type');
  const body = declaredBody(page, answer.status, type);
  if (body.kind === 'other-type' && answer.body.kind !== 'none') {
    return judgement(
      'contract',
      `The answer is ${essenceOf(type) || 'of no media type'}, and the contract promises ${body.types.join(' or ')}`,
      'Either the API answers something else than it says, or its description is not complete.',
    );
  }
  if (declared || page.responses.length === 0) return null;
  return judgement(
    'contract',
    `The contract does not describe ${answer.status}`,
    'The answer may be right; the description of this operation does not know it.',
  );
}

function judgeError(answer: Answer): Judgement {
  const document = problemDocument(answer);
  const retryAfter = headerOf(answer, 'retry-after');
  const problem = readProblem(answer.status, document, new Headers(retryAfter ? { 'retry-after': retryAfter } : {}));
  const title = document ? problem.title : `The answer is ${answer.status}`;
  const rest = { guide: problem.guide, places: problem.places };
  const words = problem.detail ?? '';
  const say = (fault: Judgement['fault'], sentence: string): Judgement => ({
    ...judgement(fault, title, sentence),
    ...rest,
  });
  if (answer.status === 429) {
    const wait = problem.retryAfterSeconds === null ? 'Wait a little' : `Wait ${problem.retryAfterSeconds} s`;
    return say('request', `${words} ${wait}, then send again.`.trim());
  }
  if (ofKey.has(problem.code)) return say('request', `${words} ${keyHint}`.trim());
  if (ofContract.has(problem.code)) return say('contract', words);
  if (ofGateway.has(problem.code)) return say('gateway', words || 'Try again in a moment.');
  if (problem.guide !== null && answer.status < 500) return say('request', words);
  if (answer.status < 500) return say('request', words || 'The API does not accept this request.');
  if (!document && isOfSomethingBetween(answer)) {
    return say(
      'network',
      'It does not carry the gateway’s mark: something before it, such as a proxy or a firewall, answered in its place.',
    );
  }
  return say('upstream', words || 'Your request reached the API; the API failed.');
}

/** The gateway names each request and says where the time went; what neither does was not its answer. */
function isOfSomethingBetween(answer: Answer): boolean {
  const { gatewayMilliseconds } = readServerTiming(headerOf(answer, 'server-timing'));
  const isMarked = gatewayMilliseconds !== null || headerOf(answer, 'request-id') !== null;
  return !isMarked && answer.status >= 502 && answer.status <= 504;
}

function problemDocument(answer: Answer): Readonly<Record<string, unknown>> | null {
  if (answer.body.kind !== 'text' || !essenceOf(headerOf(answer, 'content-type')).endsWith('json')) return null;
  try {
    const value: unknown = JSON.parse(answer.body.text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
